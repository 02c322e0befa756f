//! The glue that wasm-bindgen writes between the program and the page, made as strict as the frame it runs in.

use anyhow::{Result, ensure};

use crate::command::root;

/// What is put in the place of what wasm-bindgen writes, and how often that is there.
///
/// Every call into the program goes through `guard.js`, so that its faults are known from those of other scripts. The one
/// import that can set any property sets those of elements alone, so that no address can be set by it. Nothing reaches the
/// console: Yew writes nodes there before it gives up.
const CHANGES: [(&str, &str, usize); 4] = [
    ("wasm = instance.exports;", "wasm = guard(instance.exports);", 1),
    ("Reflect.set(arg0, arg1, arg2)", "arg0 instanceof Element && Reflect.set(arg0, arg1, arg2)", 1),
    ("console.error(", "silent(", 2),
    ("console.warn(", "silent(", 3),
];

/// What js-sys names in a build with debug assertions, such as a preview: it links the stack traces of futures.
const CREATE_TASK: &str = "typeof console === 'undefined' ? null : console?.createTask";

/// Changes the glue; fails where wasm-bindgen writes something else than is known here.
pub fn tighten(glue: &str) -> Result<String> {
    let mut tight = glue.replace(CREATE_TASK, "null");
    for (before, after, times) in CHANGES {
        let found = tight.matches(before).count();
        ensure!(found == times, "the glue holds `{before}` {found} times, expected {times}");
        tight = tight.replace(before, after);
    }
    let guard = root().join("assets/embed/guard.js");
    Ok(format!("import {{ guard }} from {:?};\nconst silent = () => {{}};\n{tight}", guard.display().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_of_another_shape_is_refused() {
        let glue: String = CHANGES.iter().map(|(before, _, times)| before.repeat(*times)).collect();
        let tight = tighten(&(glue.clone() + CREATE_TASK)).expect("it has each");
        assert!(!tight.contains("console") && tight.contains("guard(instance.exports)"), "{tight}");
        for (before, ..) in CHANGES {
            assert!(tighten(&glue.replacen(before, "", 1)).is_err(), "{before}");
        }
    }
}
