import { contents } from "./parts/contents.js";
import { exit } from "./parts/exit.js";
import { menu } from "./parts/menu.js";
import { print } from "./parts/print.js";
import { scheme } from "./parts/scheme.js";
import { search } from "./parts/search.js";
import { tables } from "./parts/tables.js";

// The quick exit first: nothing else may keep it from working.
exit();
menu();
search();
scheme();
contents();
print();
tables();
