//! The echo on glommio: a task per connection, its `TcpStream`, one read and one write per batch.

use futures_lite::{AsyncReadExt, AsyncWriteExt};
use glommio::net::{TcpListener, TcpStream};
use glommio::{LocalExecutorBuilder, Placement};

use crate::on_reactor::Answer as _;
use crate::pong::Counter;

/// As large as a receive buffer of the reactor.
const READ_BYTES: usize = 8 * 1024;

pub(crate) fn serve(port: u16, core: usize) -> Result<(), String> {
    let executor = LocalExecutorBuilder::new(Placement::Fixed(core))
        .make()
        .map_err(|error| error.to_string())?;
    executor.run(async move {
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| error.to_string())?;
        loop {
            let stream = listener.accept().await.map_err(|error| error.to_string())?;
            glommio::spawn_local(echo(stream)).detach();
        }
    })
}

async fn echo(mut stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    let mut counter = Counter::default();
    let mut input = vec![0; READ_BYTES];
    let mut output = Vec::with_capacity(READ_BYTES);
    while let Ok(count @ 1..) = stream.read(&mut input).await {
        output.clear();
        counter.answer(&input[..count], &mut output);
        if stream.write_all(&output).await.is_err() {
            return;
        }
    }
}
