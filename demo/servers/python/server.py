"""A business server for ydrz-elements: Python 3.9 or later and `cryptography`, nothing else.

    APP_ID=… APP_KEY=… PRIVATE_KEY="$(cat private.pem)" python3 server.py

POST /api/ydrz/credentials  JSON {appId}                   -> {appId, sign, traceId, timestamp, version}
POST /api/ydrz/login        JSON {token, userInformation}  -> {phone}
                            or a form with token and token-user-information
Failures are JSON {code, message, hint}.

PORT (8080), HOST (127.0.0.1); GATEWAY in place of the live service; ORIGINS, with commas between, of other sites that may
ask; TRUST_PROXY=1 behind a proxy that puts the public host into X-Forwarded-Host. Rate limits belong into credentials().
"""

import base64
import hashlib
import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives import hashes, padding, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

VERSION = "2.0"
BUSINESS_TYPE = "8"
BODY_LIMIT = 16 * 1024
ANSWER_LIMIT = 64 * 1024
SECONDS = 8
CHINA = timezone(timedelta(hours=8))

# What the user brought was refused; all other codes are between this server and the service.
REFUSED = {
    "104007": "token 不存在",
    "104008": "token 校验失败",
    "104009": "超过失败次数限制",
    "104012": "本机号码校验失败",
}


class Failure(Exception):
    """What is answered to the browser. It never holds what the service said: that is for the log."""

    def __init__(self, status, code, message, hint):
        super().__init__(message)
        self.status, self.code, self.message, self.hint = status, code, message, hint


def read_settings():
    def text(name, default=""):
        return os.environ.get(name, default).strip().strip("\"'")

    app_id, app_key = text("APP_ID"), text("APP_KEY")
    if not re.fullmatch(r"[\w-]{1,64}", app_id, re.ASCII):
        raise ValueError("APP_ID is missing or malformed")
    if not re.fullmatch(r"[\x21-\x7e]{16,256}", app_key):
        raise ValueError("APP_KEY is missing or malformed: at least 16 visible characters")
    pem = text("PRIVATE_KEY").replace("\\r", "").replace("\\n", "\n")
    try:
        key = serialization.load_pem_private_key(pem.encode(), password=None)
    except (TypeError, ValueError):
        key = None
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("PRIVATE_KEY is no unencrypted RSA private key in PEM")
    return {
        "app_id": app_id,
        "app_key": app_key,
        "key": key,
        "gateway": text("GATEWAY", "https://www.cmpassport.com").rstrip("/"),
        "origins": {origin.rstrip("/").lower() for origin in re.split(r"[\s,]+", text("ORIGINS")) if origin},
        "trust_proxy": text("TRUST_PROXY") == "1",
    }


def china_timestamp():
    """17 digits, yyyyMMddHHmmssSSS, in China time, wherever the server stands."""
    now = datetime.now(CHINA)
    return now.strftime("%Y%m%d%H%M%S") + f"{now.microsecond // 1000:03d}"


def credentials(settings, body):
    if body.get("appId") != settings["app_id"]:
        raise Failure(400, "105113", "APPID 非法或为空", "The page's app-id is not the server's APP_ID.")
    app_id, trace_id, timestamp = settings["app_id"], uuid.uuid4().hex, china_timestamp()
    text = app_id + BUSINESS_TYPE + trace_id + timestamp + trace_id + VERSION + settings["app_key"]
    sign = hashlib.md5(text.encode()).hexdigest()
    return {"appId": app_id, "sign": sign, "traceId": trace_id, "timestamp": timestamp, "version": VERSION}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token is not sent on to wherever an answer points."""

    def redirect_request(self, *_):
        return None


def ask_service(settings, token, user_information, trace_id):
    timestamp = china_timestamp()
    text = settings["app_id"] + trace_id + timestamp + token + VERSION
    sign = settings["key"].sign(text.encode(), PKCS1v15(), hashes.SHA256()).hex().upper()
    body = {"token": token, "sign": sign, "userInformation": user_information, "expandParams": ""}
    request = urllib.request.Request(
        settings["gateway"] + "/h5/onekeylogin/tokenValidate",
        data=json.dumps(body).encode(),
        headers={
            "interfaceVersion": VERSION,
            "appId": settings["app_id"],
            "traceId": trace_id,
            "timestamp": timestamp,
            "businessType": BUSINESS_TYPE,
            "Content-Type": "application/json",
        },
    )
    with urllib.request.build_opener(NoRedirect).open(request, timeout=SECONDS) as response:
        text = response.read(ANSWER_LIMIT + 1)
    answer = json.loads(text) if len(text) <= ANSWER_LIMIT else None
    if not isinstance(answer, dict) or not re.fullmatch(r"-?\w{1,16}", str(answer.get("resultCode", ""))):
        raise ValueError("The answer makes no sense")
    return answer


def decrypt_number(msisdn, app_key):
    """base64 of AES-128-ECB, PKCS7, under the appKey's first 16 characters."""
    decryptor = Cipher(algorithms.AES(app_key[:16].encode()), modes.ECB()).decryptor()
    unpadder = padding.PKCS7(128).unpadder()
    padded = decryptor.update(base64.b64decode(msisdn, validate=True)) + decryptor.finalize()
    number = (unpadder.update(padded) + unpadder.finalize()).decode()
    if not re.fullmatch(r"\+?[0-9]{5,20}", number):
        raise ValueError("No number")
    return number


def between_servers(code, trace_id, reason):
    """Nobody outside learns what the service says about this server; whoever runs it reads the log."""
    print(f"{code} {trace_id} {reason}"[:300].replace("\n", " "), file=sys.stderr, flush=True)
    return Failure(502, code, "登录服务暂不可用", "Offer another way to log in. The reason is in the server's log.")


def login(settings, body):
    token = body.get("token")
    # Exactly as it came: %3D stays %3D.
    user_information = body.get("token-user-information") or body.get("userInformation")
    for name, value, limit in (("token", token, 1024), ("userInformation", user_information, 4096)):
        if not isinstance(value, str) or not re.fullmatch(r"[\x21-\x7e]+", value) or len(value) > limit:
            raise Failure(400, "103002", f"没有填写必传参数：{name}", f"{name} is missing or malformed.")
    trace_id = uuid.uuid4().hex
    try:
        answer = ask_service(settings, token, user_information, trace_id)
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise between_servers("103005", trace_id, type(error).__name__) from error
    code = str(answer["resultCode"])
    if code in REFUSED:
        raise Failure(401, code, REFUSED[code], "Log in again; pass userInformation on as it is, not decoded.")
    if code != "103000":
        raise between_servers(code, trace_id, answer.get("desc"))
    try:
        # Here begins what is yours: find the user by the number, and begin a session.
        return {"phone": decrypt_number(answer["data"]["msisdn"], settings["app_key"])}
    except (KeyError, TypeError, ValueError) as error:
        raise between_servers("103005", trace_id, "The number cannot be decrypted with APP_KEY") from error


def host_of(scheme, host):
    """Host and port under a scheme, whose standard port counts as none."""
    try:
        parts = urllib.parse.urlsplit(f"{scheme}://{host}")
        return parts.hostname, parts.port or {"https": 443, "http": 80}[scheme]
    except ValueError:
        return None


def is_allowed(settings, headers):
    """Pages of this server's own origin may ask, and those listed; no page of another site may."""
    origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
    if origin in settings["origins"] or site == "same-origin":
        return True
    if site not in (None, "none"):
        return False
    if origin is None:
        return True
    scheme, _, origin_host = origin.partition("://")
    proto = headers.get("X-Forwarded-Proto", "").split(",")[0].strip()
    # A proxy that ends TLS makes https into http; never the other way round.
    if scheme not in ("http", "https") or (proto == "https" and scheme == "http"):
        return False
    forwarded = headers.get("X-Forwarded-Host", "").split(",")[0].strip() if settings["trust_proxy"] else ""
    own = host_of(scheme, forwarded or headers.get("Host", ""))
    return own is not None and own == host_of(scheme, origin_host)


ROUTES = {"/api/ydrz/credentials": (credentials, False), "/api/ydrz/login": (login, True)}


class Handler(BaseHTTPRequestHandler):
    settings = None
    timeout = SECONDS
    protocol_version = "HTTP/1.1"

    def read_body(self, forms):
        kind = self.headers.get("Content-Type", "").split(";")[0].strip().lower()
        if kind != "application/json" and not (forms and kind == "application/x-www-form-urlencoded"):
            raise Failure(415, "415", "unsupported media type", "Send application/json; a login may be a form too.")
        try:
            length = int(self.headers.get("Content-Length", ""))
        except ValueError:
            length = -1
        if length < 0:
            raise Failure(411, "411", "length required", "Send a Content-Length.")
        if length > BODY_LIMIT:
            raise Failure(413, "413", "body too long", "The body is longer than 16 KB.")
        try:
            text = self.rfile.read(length).decode()
            if kind == "application/json":
                body = json.loads(text)
            else:
                body = dict(urllib.parse.parse_qsl(text, keep_blank_values=True))
            if isinstance(body, dict):
                return body
        except (ValueError, RecursionError):
            pass
        raise Failure(400, "103002", "bad request", "The body is not what its Content-Type says.")

    def respond(self):
        route = ROUTES.get(urllib.parse.urlsplit(self.path).path)
        if not route:
            raise Failure(404, "404", "not found", "POST /api/ydrz/credentials or /api/ydrz/login.")
        if self.command == "OPTIONS" and self.headers.get("Origin") in self.settings["origins"]:
            return None
        if self.command != "POST":
            raise Failure(405, "405", "method not allowed", "Use POST.")
        if not is_allowed(self.settings, self.headers):
            raise Failure(403, "110026", "Origin 校验失败", "Only pages of the same origin may ask: list others in ORIGINS.")
        answer, forms = route
        return answer(self.settings, self.read_body(forms))

    def handle_any(self):
        try:
            body = self.respond()
            status = 204 if body is None else 200
        except Failure as failure:
            status = failure.status
            body = {"code": failure.code, "message": failure.message, "hint": failure.hint}
            # What is left of the request has not been read.
            self.close_connection = True
        text = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        if self.close_connection:
            self.send_header("Connection", "close")
        if status == 405:
            self.send_header("Allow", "POST")
        origins = self.settings["origins"]
        if origins:
            self.send_header("Vary", "Origin")
        if self.headers.get("Origin") in origins:
            self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
            self.send_header("Access-Control-Allow-Headers", "Content-Type")
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST = handle_any

    def log_message(self, *_):
        """Addresses say who has logged in when; what fails is logged where it fails."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    try:
        Handler.settings = read_settings()
    except ValueError as error:
        sys.exit(f"{error}")
    server = Server((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8080"))), Handler)
    print(f"http://{server.server_address[0]}:{server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
