// Puts together what two people made of one text: null where both changed the same place.
function change(base, text) {
  const most = Math.min(base.length, text.length);
  let start = 0;
  while (start < most && base[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && base[base.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  return { start, end: base.length - end, words: text.slice(start, text.length - end) };
}

export function merged(base, mine, theirs) {
  if (mine === theirs) return { text: mine, moved: (place) => place };
  const [ours, other] = [change(base, mine), change(base, theirs)];
  const shift = other.words.length - (other.end - other.start);
  if (mine === base) return { text: theirs, moved: (place) => (place >= other.end ? place + shift : Math.min(place, other.start)) };
  if (theirs === base) return { text: mine, moved: (place) => place };
  if (other.end <= ours.start) { // theirs stands before mine, or both were added at the same place
    const apart = other.end === ours.start && other.words && !other.words.endsWith("\n") && !ours.words.startsWith("\n") ? "\n" : "";
    const text = base.slice(0, other.start) + other.words + apart + base.slice(other.end, ours.start) + ours.words + base.slice(ours.end);
    return { text, moved: (place) => (place >= ours.start ? place + shift + apart.length : place) };
  }
  if (ours.end <= other.start) {
    return { text: base.slice(0, ours.start) + ours.words + base.slice(ours.end, other.start) + other.words + base.slice(other.end), moved: (place) => place };
  }
  return null;
}
