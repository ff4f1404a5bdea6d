// Passkeys: a form with data-passkey asks the device, puts its answer into the field "credential", and is sent.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

function prepared({ publicKey: asked }) {
  const options = { ...asked, challenge: bytes(asked.challenge) };
  if (asked.user) options.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.excludeCredentials) options.excludeCredentials = known(asked.excludeCredentials);
  if (asked.allowCredentials) options.allowCredentials = known(asked.allowCredentials);
  return options;
}

function readable(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  const { id, type, authenticatorAttachment } = credential;
  return { id, rawId: text(credential.rawId), type, authenticatorAttachment, response, clientExtensionResults: credential.getClientExtensionResults() };
}

function forThisForm(form, options) {
  const alone = form.elements.passwordless;
  if (!alone) return options;
  const selection = { ...options.authenticatorSelection, residentKey: alone.checked ? "required" : "discouraged", requireResidentKey: alone.checked };
  if (alone.checked) selection.userVerification = "required";
  return { ...options, authenticatorSelection: selection };
}

async function asked(form) {
  if (form.dataset.passkey !== "login") return JSON.parse(document.getElementById(form.dataset.passkeyOptions).textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function ceremony(form) {
  const data = await asked(form);
  if (form.dataset.passkey === "create") {
    return navigator.credentials.create({ publicKey: forThisForm(form, prepared(data.creation_options)) });
  }
  return navigator.credentials.get({ publicKey: prepared(data.request_options) });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(readable(await ceremony(form)));
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
}
