//! A group's number by its name. `unsafe` because only the C library knows where groups are listed
//! (files, directory services).
#![allow(unsafe_code)]

use std::ffi::CString;
use std::io;

/// Room for one group's entry, members included; doubled while it does not suffice.
const ENTRY_BYTES: usize = 4096;
const ENTRY_BYTES_MAX: usize = 1 << 20;

/// Number of the group called `name`, which may be a number itself.
pub(super) fn group_id(name: &str) -> io::Result<u32> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let missing = || io::Error::new(io::ErrorKind::NotFound, format!("no group {name:?}"));
    let c_name = CString::new(name).map_err(|_| missing())?;
    let mut bytes = ENTRY_BYTES;
    loop {
        let mut buffer = vec![0 as libc::c_char; bytes];
        // SAFETY: group is plain data of numbers and pointers; all zeroes is a valid value.
        let mut entry: libc::group = unsafe { std::mem::zeroed() };
        let mut found: *mut libc::group = std::ptr::null_mut();
        // SAFETY: all pointers are valid for the call, and the length is the buffer's.
        let errno = unsafe {
            let buffer = buffer.as_mut_ptr();
            libc::getgrnam_r(c_name.as_ptr(), &mut entry, buffer, bytes, &mut found)
        };
        match errno {
            0 if found.is_null() => return Err(missing()),
            0 => return Ok(entry.gr_gid),
            libc::ERANGE if bytes < ENTRY_BYTES_MAX => bytes *= 2,
            errno => return Err(io::Error::from_raw_os_error(errno)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::group_id;

    #[test]
    fn groups_by_number_and_name() {
        assert_eq!(group_id("1234").expect("a number"), 1234);
        assert_eq!(group_id("root").expect("root"), 0);
        assert!(group_id("no-such-group-anywhere").is_err());
        assert!(group_id("a\0b").is_err());
    }
}
