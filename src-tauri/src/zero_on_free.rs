//! Overwrites what the C heap frees, as the allocator in `main.rs` does for Rust's.
//!
//! What the page is told passes through buffers of GLib and of the web view on the way. They are freed soon, but what
//! was in them would stay in the app's memory until chance overwrites it: a pasted text that was declined (R7, S-CLIP-01).
//! The functions stand in front of glibc's for the whole process, since a program's own symbols come first. The web view
//! has an allocator of its own, which overwrites nothing, and is told to use C's: it asks the environment for `Malloc`,
//! once, while it is loaded. `main` would be too late to say so, and a second start of the program would take as long as
//! the first. The page's process shows what it was told, and keeps its own allocator.
#![expect(unsafe_code, reason = "glibc's allocator and environment are C's")]

use std::ffi::{CStr, c_char, c_void};
use std::ptr;

unsafe extern "C" {
    static environ: *const *mut c_char;
    fn __libc_malloc(size: usize) -> *mut c_void;
    fn __libc_realloc(memory: *mut c_void, size: usize) -> *mut c_void;
    fn __libc_free(memory: *mut c_void);
    fn malloc_usable_size(memory: *mut c_void) -> usize;
}

/// C's `getenv`, to which the web view's allocator is always C's.
///
/// # Safety
/// As C's: `name` ends with a zero, and nobody changes the environment meanwhile.
#[unsafe(no_mangle)]
unsafe extern "C" fn getenv(name: *const c_char) -> *mut c_char {
    // SAFETY: the caller's promise; the environment is an array of texts that ends with null.
    unsafe {
        let name = CStr::from_ptr(name).to_bytes();
        if name == b"Malloc" {
            return c"1".as_ptr().cast_mut();
        }
        let mut at = environ;
        while !at.is_null() && !(*at).is_null() {
            let entry = CStr::from_ptr(*at).to_bytes();
            if entry.strip_prefix(name).is_some_and(|rest| rest.starts_with(b"=")) {
                return (*at).add(name.len() + 1);
            }
            at = at.add(1);
        }
    }
    ptr::null_mut()
}

/// glibc's `free`, after overwriting.
///
/// # Safety
/// As C's: `memory` is null or what an allocation of glibc answered and nobody has freed.
#[unsafe(no_mangle)]
unsafe extern "C" fn free(memory: *mut c_void) {
    if !memory.is_null() {
        // SAFETY: all of the usable size belongs to the caller until it is freed.
        unsafe { memory.write_bytes(0, malloc_usable_size(memory)) };
    }
    // SAFETY: the caller's promise.
    unsafe { __libc_free(memory) }
}

/// glibc's `realloc`, which leaves nothing where the memory was, nor behind its new end.
///
/// # Safety
/// As C's: `memory` is null or what an allocation of glibc answered and nobody has freed.
#[unsafe(no_mangle)]
unsafe extern "C" fn realloc(memory: *mut c_void, size: usize) -> *mut c_void {
    // SAFETY: the caller's promise holds for each call; no more is copied or overwritten than both sides have.
    unsafe {
        let had = if memory.is_null() { 0 } else { malloc_usable_size(memory) };
        if size <= had {
            if size > 0 {
                memory.byte_add(size).write_bytes(0, had - size);
            } else {
                memory.write_bytes(0, had);
            }
            return __libc_realloc(memory, size);
        }
        let moved = __libc_malloc(size);
        if !moved.is_null() && had > 0 {
            moved.copy_from_nonoverlapping(memory, had);
            free(memory);
        }
        moved
    }
}
