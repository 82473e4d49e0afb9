"""The line itself: a connection that is safe to send a password over, or none."""

import ssl
from contextlib import suppress

from imapclient import IMAPClient

from ingest.errors import UnsafeLine
from ingest.settings import ImapSource, is_loopback


def open_line(settings: ImapSource) -> IMAPClient:
    """Connect to the server, encrypted as the settings say; nobody is signed in yet.

    Raises:
        UnsafeLine: the certificate is not trusted, or the server speaks no TLS.
        OSError: no connection; and imapclient's errors where the server does not greet.
    """
    title = settings.title
    if settings.tls == "none":
        if not is_loopback(settings.host):
            raise UnsafeLine(f"{title} is another machine and the line would not be encrypted", 'write tls = "implicit" or "starttls"')
        return IMAPClient(settings.host, settings.server_port, ssl=False, timeout=settings.timeout)
    context = _context(settings, title)
    try:
        if settings.tls == "implicit":
            return IMAPClient(settings.host, settings.server_port, ssl=True, ssl_context=context, timeout=settings.timeout)
        return _start_tls(settings, context)
    except ssl.SSLCertVerificationError as error:
        remedy = f"check that {settings.host} is the name in the certificate; for a server with a certificate of its own, set ca_file"
        raise UnsafeLine(f"{title} shows a certificate that is not trusted ({error.verify_message})", remedy) from error
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
        raise
    except ssl.SSLError as error:
        raise UnsafeLine(
            f"{title} speaks no TLS that we speak ({error.reason})", "check port and tls: 993 goes with implicit, 143 with starttls"
        ) from error


def _start_tls(settings: ImapSource, context: ssl.SSLContext) -> IMAPClient:
    client = IMAPClient(settings.host, settings.server_port, ssl=False, timeout=settings.timeout)
    try:
        client.starttls(context)
    except BaseException:
        # A handshake that failed took the socket with it.
        with suppress(OSError):
            client.shutdown()
        raise
    return client


def _context(settings: ImapSource, title: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except (OSError, ValueError) as error:
        raise UnsafeLine(
            f"{title}: ca_file {settings.ca_file} cannot be used ({error})", "write the path of a PEM file with certificates"
        ) from error
