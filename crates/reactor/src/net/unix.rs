//! Unix listeners. Nobody can connect before mode and group are in place: listening comes last.

use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::Path;

use rustix::net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType};
use rustix::net::{bind, listen, socket_with};

use crate::net::ListenError;
use crate::net::group::group_id;

/// Options of a Unix listener.
#[derive(Clone, Debug, Default)]
pub struct UnixOptions {
    /// Connections the kernel queues.
    pub backlog: u32,
    /// Permission bits of the path, such as 0o770; `None`: what the umask leaves.
    pub mode: Option<u32>,
    /// Group of the path: a name or a number.
    pub group: Option<String>,
}

/// Listens at `path`. A socket left there by an earlier run is replaced; any other file is not.
pub fn listen_unix(path: &Path, options: &UnixOptions) -> Result<OwnedFd, ListenError> {
    let fault = |step: &'static str| {
        move |error: io::Error| ListenError {
            address: path.display().to_string(),
            step,
            error,
        }
    };
    remove_stale(path).map_err(fault("removing the old socket"))?;
    let address = SocketAddrUnix::new(path.as_os_str().as_bytes())
        .map_err(io::Error::from)
        .map_err(fault("checking the path"))?;
    let socket = socket_with(
        AddressFamily::UNIX,
        SocketType::STREAM,
        SocketFlags::CLOEXEC,
        None,
    )
    .map_err(io::Error::from)
    .map_err(fault("socket"))?;
    bind(&socket, &address)
        .map_err(io::Error::from)
        .map_err(fault("bind"))?;
    if let Some(group) = &options.group {
        let id = group_id(group).map_err(fault("finding the group"))?;
        std::os::unix::fs::chown(path, None, Some(id)).map_err(fault("chown"))?;
    }
    if let Some(mode) = options.mode {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(path, mode).map_err(fault("chmod"))?;
    }
    let backlog = i32::try_from(options.backlog).unwrap_or(i32::MAX);
    listen(&socket, backlog)
        .map_err(io::Error::from)
        .map_err(fault("listen"))?;
    Ok(socket)
}

fn remove_stale(path: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(path) {
        Ok(found) if found.file_type().is_socket() => std::fs::remove_file(path),
        Ok(_) => Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            "a file that is no socket is in the way",
        )),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::Address;
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::net::{UnixListener, UnixStream};

    #[test]
    fn mode_group_and_stale_sockets() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("s");
        let group = std::fs::metadata(folder.path()).expect("metadata").gid();
        let options = UnixOptions {
            backlog: 8,
            mode: Some(0o600),
            group: Some(group.to_string()),
        };
        drop(listen_unix(&path, &options).expect("a socket"));
        // The file is still there; the next run takes its place.
        let socket = listen_unix(&path, &options).expect("a second socket");
        let found = std::fs::metadata(&path).expect("metadata");
        assert_eq!((found.mode() & 0o777, found.gid()), (0o600, group));
        let local = Address::of_local(socket.as_fd()).to_string();
        assert_eq!(local, format!("{}:0", path.display()));
        let client = UnixStream::connect(&path).expect("connect");
        let (server, _) = UnixListener::from(socket).accept().expect("accept");
        assert_eq!(Address::of_peer(server.as_fd()), Address::Unix(Vec::new()));
        drop(client);
    }

    #[test]
    fn other_files_are_not_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("precious");
        std::fs::write(&path, "data").expect("written");
        let error = listen_unix(&path, &UnixOptions::default()).expect_err("in the way");
        assert!(error.to_string().contains("no socket"), "{error}");
        assert_eq!(std::fs::read(&path).expect("still there"), b"data");
        let group = Some("no-such-group-anywhere".to_owned());
        let options = UnixOptions {
            group,
            ..UnixOptions::default()
        };
        let error = listen_unix(&folder.path().join("s"), &options).expect_err("no group");
        assert!(error.to_string().contains("group"), "{error}");
    }
}
