// What old libraries add to everything there is.
for (const { prototype } of [Object, Array, String, Function, Promise, Event, Node, Element]) {
    prototype.foreign = function () { return this; };
    prototype.foreignList = [1, 2];
}
