//! The first program of a release: what `selfscreen::embed` exports, and nothing else.

use std::alloc::System;

pub use selfscreen::embed;
use zeroizing_alloc::ZeroAlloc;

/// What is let go of is overwritten at once, so that wiping a visit leaves nothing of it in the program's memory.
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);
