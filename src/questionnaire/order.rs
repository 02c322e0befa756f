//! Orders that are quick to tell and cheap to carry.

use std::cmp::Ordering;

/// Puts texts in an order that is quick to tell: most differ in length.
pub(crate) fn by_length(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// Sorts a short list; the library's sorts would be kilobytes in the widget.
pub fn sort_short<T>(list: &mut [T], precedes: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && precedes(&list[place], &list[place - 1]) {
            list.swap(place, place - 1);
            place -= 1;
        }
    }
}
