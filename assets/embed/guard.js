// Whose fault an error is: ours is what the program throws, whoever called it, and what these scripts throw. Nothing else
// ends a visit: in a frame, as in any page, scripts of extensions and of browsers inside apps throw what they like.

let ended = () => {};
let fault;

/// Names who hears of a fault of ours.
export const onFault = (then) => {
  ended = then;
};

/// Tells whether an error is the fault that ended the visit.
export const isFault = (error) => fault !== undefined && error === fault;

function end(error) {
  fault ??= error ?? new Error();
  ended(error);
}

/// Makes a function of ours say so if it throws.
export const ours = (run) => (...given) => {
  try {
    return run(...given);
  } catch (error) {
    end(error);
  }
};

/// Stands between the glue and the program: every call into it goes through here. After a fault it is not called again.
export function guard(exports) {
  const calls = {};
  for (const name of Object.keys(exports)) {
    const call = exports[name];
    calls[name] =
      typeof call !== "function"
        ? call
        : (...given) => {
            if (fault !== undefined) throw fault;
            try {
              return call(...given);
            } catch (error) {
              end(error);
              throw error;
            }
          };
  }
  return calls;
}
