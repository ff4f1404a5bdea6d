// Attaches each behaviour to the elements that ask for it; every page works without any of them.
import { palette } from "./palette.js";
import { menus } from "./menus.js";
import { announce } from "./announce.js";
import { autosubmit } from "./autosubmit.js";
import { guard } from "./guard.js";
import { offline } from "./offline.js";

palette();
menus();
announce();
autosubmit();
guard();
offline();
