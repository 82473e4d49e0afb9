"""A line between a client and a test server on loopback that writes down what is asked, and can be cut or garbled.

What is encrypted goes through as it is: with `tls` from the beginning, else after STARTTLS.
"""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

Reply = Callable[[bytes, "Proxy"], bytes | None]
"""Gets a line that the server says; gives what the client hears, or None: then the line is cut."""


class Proxy:
    """Listens on a port of its own and hands everything on to `target`."""

    def __init__(self, target: int, reply: Reply = lambda line, _: line, *, host: str = "127.0.0.1", tls: bool = False) -> None:
        self.commands: list[bytes] = []
        """What clients said, line by line."""
        self.connections = 0
        self._target = target
        self._reply = reply
        self._tls = tls
        self._listener = socket.create_server((host, 0))
        self.port: int = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        _hang_up(self._listener, *self._sockets)
        for thread in self._threads:
            thread.join(10)
        for line in (self._listener, *self._sockets):
            line.close()

    def asked(self, word: bytes) -> list[bytes]:
        """Find the commands in which a word stands."""
        return [command for command in self.commands if word in command]

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            try:
                server = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                client.close()
                continue
            self._sockets += [client, server]
            secret = threading.Event()
            if self._tls:
                secret.set()
            for pump in (self._hand_on_commands, self._hand_on_replies):
                thread = threading.Thread(target=pump, args=(client, server, secret))
                self._threads.append(thread)
                thread.start()

    def _hand_on_commands(self, client: socket.socket, server: socket.socket, secret: threading.Event) -> None:
        with contextlib.suppress(OSError):
            for line in _lines(client, secret):
                self.commands.append(line)
                if line.endswith(b" STARTTLS\r\n"):
                    secret.set()
                server.sendall(line)
        _hang_up(client, server)

    def _hand_on_replies(self, client: socket.socket, server: socket.socket, secret: threading.Event) -> None:
        with contextlib.suppress(OSError):
            for line in _lines(server, secret):
                heard = line if secret.is_set() else self._reply(line, self)
                if heard is None:
                    break
                client.sendall(heard)
        _hang_up(client, server)


def _lines(source: socket.socket, secret: threading.Event) -> Iterator[bytes]:
    """Yield what comes line by line; once it is encrypted, as it comes."""
    waiting = b""
    while chunk := source.recv(1 << 16):
        waiting += chunk
        if secret.is_set():
            yield waiting
            waiting = b""
        else:
            *whole, waiting = waiting.split(b"\n")
            yield from (line + b"\n" for line in whole)


def _hang_up(*lines: socket.socket) -> None:
    for line in lines:
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
