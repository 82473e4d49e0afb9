"""The line to the mail server: safe to send a password over, or none; its refusals as sentences."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from ingest.credentials import read_secret
from pipeline.delivery_settings import DeliverySettings

_CLOSING, _PERMANENT = 421, 500


class DeliveryError(Exception):
    """Mails cannot be handed in; the sentence says what, where, and the remedy."""


class DeliveryLater(DeliveryError):  # noqa: N818 - named for what happened
    """For now they cannot: another hour may do."""


class Refused(DeliveryError):  # noqa: N818 - named for what happened
    """The server refuses one mail or its recipient; the line still stands."""


@contextmanager
def server(settings: DeliverySettings) -> Iterator[smtplib.SMTP]:
    """A server that took us in.

    Raises:
        SecretUnavailable: the password is not where the settings say.
        DeliveryLater: no connection, or the server has no time.
        DeliveryError: no safe line, or the server refuses the account.
    """
    secret = None if settings.secret is None else read_secret(settings.secret)
    with explained(settings):
        connection = _connected(settings)
    try:
        with explained(settings):
            if secret is not None and settings.user is not None:
                _sign_in(connection, settings, settings.user, secret)
        yield connection
    finally:
        connection.close()


def hand_in(connection: smtplib.SMTP, settings: DeliverySettings, letter: EmailMessage, sender: str, recipient: str) -> None:
    """Give one mail to the server; when this returns, the server has taken it.

    Raises:
        Refused: the server refuses it, for good or for now.
        DeliveryLater: the line broke.
    """
    with explained(settings):
        connection.send_message(letter, sender, [recipient])


@contextmanager
def explained(settings: DeliverySettings) -> Iterator[None]:
    """Turn faults of the line and of the server into sentences; none of them quotes the server, whose words may quote a secret."""
    try:
        yield
    except ssl.SSLError as error:
        raise _unsafe(settings.title, error) from None
    except (OSError, smtplib.SMTPException) as error:
        raise _said(settings, error) from None


def _said(settings: DeliverySettings, error: Exception) -> DeliveryError:
    title = settings.title
    match error:
        case smtplib.SMTPAuthenticationError(smtp_code=code) if code < _PERMANENT:
            return DeliveryLater(f"{title} cannot check the account now (code {code}); try again later")
        case smtplib.SMTPAuthenticationError(smtp_code=code):
            return DeliveryError(f"{title} refuses the account {settings.user} (code {code}); check user, password and auth")
        case smtplib.SMTPConnectError(smtp_code=code) | smtplib.SMTPHeloError(smtp_code=code) if code >= _PERMANENT:
            return DeliveryError(f"{title} takes no mails from this machine (code {code}); ask who runs it")
        case smtplib.SMTPConnectError(smtp_code=code) | smtplib.SMTPHeloError(smtp_code=code):
            return DeliveryLater(f"{title} takes no mails now (code {code}); try again later")
        case smtplib.SMTPNotSupportedError():
            return DeliveryError(f'{title} does not offer what tls = "{settings.tls}" and auth ask for; check port and tls')
        case smtplib.SMTPRecipientsRefused():
            return _refusal(title, max(code for code, _ in error.recipients.values()), "the recipient")
        case smtplib.SMTPResponseException(smtp_code=code):
            return _refusal(title, code, "the mail")
    return DeliveryLater(f"{title} cannot be reached ({type(error).__name__}); try again later, or check host and port")


def _unsafe(title: str, error: ssl.SSLError) -> DeliveryError:
    if isinstance(error, ssl.SSLCertVerificationError):
        said = f"{title} shows a certificate that is not trusted ({error.verify_message})"
        return DeliveryError(f"{said}; check that host is the name in the certificate, or set ca_file")
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return DeliveryLater(f"{title} broke the line off; try again later")
    return DeliveryError(
        f"{title} speaks no TLS that we speak ({error.reason}); check port and tls: 465 goes with implicit, 587 with starttls"
    )


def _refusal(title: str, code: int, what: str) -> DeliveryError:
    if code == _CLOSING:
        return DeliveryLater(f"{title} ends the connection (code {code}); try again later")
    if code < _PERMANENT:
        return Refused(f"{title} does not take {what} now (code {code}); the next `reqdrift report --send` tries again")
    return Refused(f"{title} refuses {what} (code {code}); check the address, and what the server lets this account send")


def _connected(settings: DeliverySettings) -> smtplib.SMTP:
    host, port = settings.host, settings.server_port
    context = None if settings.tls == "none" else _context(settings)
    if settings.tls == "implicit":
        return smtplib.SMTP_SSL(host, port, timeout=settings.timeout, context=context)
    connection = smtplib.SMTP(host, port, timeout=settings.timeout)
    if context is not None:
        try:
            connection.starttls(context=context)
        except BaseException:
            connection.close()
            raise
    return connection


def _context(settings: DeliverySettings) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except (OSError, ValueError) as error:
        said = f"{settings.title}: ca_file {settings.ca_file} cannot be used ({type(error).__name__})"
        raise DeliveryError(f"{said}; write the path of a PEM file with certificates") from None


def _sign_in(connection: smtplib.SMTP, settings: DeliverySettings, user: str, secret: str) -> None:
    if settings.auth == "password":
        connection.login(user, secret)
        return
    told = f"user={user}\x01auth=Bearer {secret}\x01\x01"
    connection.ehlo_or_helo_if_needed()
    # a server that refuses the token first sends a challenge with its reasons, to be answered by nothing
    connection.auth("XOAUTH2", lambda challenge=None: told if challenge is None else "")
