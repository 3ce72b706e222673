<?php
/*
 * A business server for ydrz-elements: PHP 8.1 or later with openssl, nothing else. It is a front controller: route the two
 * paths to it on any PHP server, or try it with
 *
 *     APP_ID=… APP_KEY=… PRIVATE_KEY="$(cat private.pem)" php -S 127.0.0.1:8080 server.php
 *
 * POST /api/ydrz/credentials  JSON {appId}                   -> {appId, sign, traceId, timestamp, version}
 * POST /api/ydrz/login        JSON {token, userInformation}  -> {phone}
 *                             or a form with token and token-user-information
 * Failures are JSON {code, message, hint}.
 *
 * GATEWAY in place of the live service; ORIGINS, with commas between, of other sites that may ask; TRUST_PROXY=1 behind a proxy that
 * puts the public host into X-Forwarded-Host. Rate limits belong into credentials(). Started as `php server.php` it checks its
 * settings and says what is wrong with them.
 */

declare(strict_types=1);

const VERSION = '2.0';
const BUSINESS_TYPE = '8';
const BODY_LIMIT = 16 * 1024;
const ANSWER_LIMIT = 64 * 1024;
const SECONDS = 8;

// What the user brought was refused; all other codes are between this server and the service.
const REFUSED = [
    '104007' => 'token 不存在',
    '104008' => 'token 校验失败',
    '104009' => '超过失败次数限制',
    '104012' => '本机号码校验失败',
];

/** What is answered to the browser. It never holds what the service said: that is for the log. */
final class Failure extends Exception
{
    public function __construct(
        public readonly int $status,
        public readonly string $name,
        string $message,
        public readonly string $hint,
    ) {
        parent::__construct($message);
    }
}

final class Settings
{
    private function __construct(
        public readonly string $appId,
        public readonly string $appKey,
        public readonly OpenSSLAsymmetricKey $key,
        public readonly string $gateway,
        /** @var list<string> */
        public readonly array $origins,
        public readonly bool $trustProxy,
    ) {
    }

    /** @throws InvalidArgumentException with a sentence */
    public static function read(): self
    {
        $text = fn (string $name): string => trim(trim((string) getenv($name)), '"\'');
        $appId = $text('APP_ID');
        $appKey = $text('APP_KEY');
        if (!preg_match('/^[A-Za-z0-9_-]{1,64}$/D', $appId)) {
            throw new InvalidArgumentException('APP_ID is missing or malformed');
        }
        if (!preg_match('/^[\x21-\x7e]{16,256}$/D', $appKey)) {
            throw new InvalidArgumentException('APP_KEY is missing or malformed: at least 16 visible characters');
        }
        $pem = str_replace(['\r', '\n'], ['', "\n"], $text('PRIVATE_KEY'));
        // A text that is no PEM could be a file's address.
        $key = str_starts_with($pem, '-----BEGIN') ? openssl_pkey_get_private($pem) : false;
        if (!$key || (openssl_pkey_get_details($key)['type'] ?? null) !== OPENSSL_KEYTYPE_RSA) {
            throw new InvalidArgumentException('PRIVATE_KEY is no unencrypted RSA private key in PEM');
        }
        $origins = preg_split('/[\s,]+/', strtolower($text('ORIGINS')), -1, PREG_SPLIT_NO_EMPTY);
        return new self(
            $appId,
            $appKey,
            $key,
            rtrim($text('GATEWAY') ?: 'https://www.cmpassport.com', '/'),
            array_map(fn (string $origin): string => rtrim($origin, '/'), $origins),
            $text('TRUST_PROXY') === '1',
        );
    }
}

/** 17 digits, yyyyMMddHHmmssSSS, in China time, wherever the server stands. */
function chinaTimestamp(): string
{
    return (new DateTimeImmutable('now', new DateTimeZone('+08:00')))->format('YmdHisv');
}

function newTraceId(): string
{
    return bin2hex(random_bytes(16));
}

function credentials(Settings $settings, array $body): array
{
    if (($body['appId'] ?? null) !== $settings->appId) {
        throw new Failure(400, '105113', 'APPID 非法或为空', 'The page\'s app-id is not the server\'s APP_ID.');
    }
    ['appId' => $appId, 'traceId' => $traceId, 'timestamp' => $timestamp] = $values = [
        'appId' => $settings->appId,
        'traceId' => newTraceId(),
        'timestamp' => chinaTimestamp(),
        'version' => VERSION,
    ];
    $sign = md5($appId . BUSINESS_TYPE . $traceId . $timestamp . $traceId . VERSION . $settings->appKey);
    return $values + ['sign' => $sign];
}

/** @throws RuntimeException when no answer came that makes sense */
function askService(Settings $settings, string $token, string $userInformation, string $traceId): array
{
    $timestamp = chinaTimestamp();
    $text = $settings->appId . $traceId . $timestamp . $token . VERSION;
    if (!openssl_sign($text, $signature, $settings->key, OPENSSL_ALGO_SHA256)) {
        throw new RuntimeException('PRIVATE_KEY cannot sign');
    }
    $headers = [
        'interfaceVersion: ' . VERSION,
        'appId: ' . $settings->appId,
        'traceId: ' . $traceId,
        'timestamp: ' . $timestamp,
        'businessType: ' . BUSINESS_TYPE,
        'Content-Type: application/json',
        'Connection: close',
    ];
    $body = [
        'token' => $token,
        'sign' => strtoupper(bin2hex($signature)),
        'userInformation' => $userInformation,
        'expandParams' => '',
    ];
    $http = [
        'method' => 'POST',
        'header' => $headers,
        'content' => json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES),
        'timeout' => SECONDS,
        // A token is not sent on to wherever an answer points.
        'follow_location' => 0,
    ];
    $url = $settings->gateway . '/h5/onekeylogin/tokenValidate';
    $text = @file_get_contents($url, false, stream_context_create(['http' => $http]), 0, ANSWER_LIMIT);
    $status = explode(' ', $http_response_header[0] ?? '')[1] ?? 'none';
    if ($text === false || $status !== '200') {
        throw new RuntimeException("HTTP status $status");
    }
    $answer = json_decode($text, true, 16);
    $code = $answer['resultCode'] ?? null;
    if (!is_array($answer) || !is_string($code) || !preg_match('/^-?\w{1,16}$/D', $code)) {
        throw new RuntimeException('The answer makes no sense');
    }
    return $answer;
}

/** base64 of AES-128-ECB, PKCS7, under the appKey's first 16 characters. */
function decryptNumber(string $msisdn, string $appKey): string
{
    $sealed = base64_decode($msisdn, true);
    $number = openssl_decrypt((string) $sealed, 'aes-128-ecb', substr($appKey, 0, 16), OPENSSL_RAW_DATA);
    if (!is_string($number) || !preg_match('/^\+?[0-9]{5,20}$/D', $number)) {
        throw new RuntimeException('The number cannot be decrypted with APP_KEY');
    }
    return $number;
}

/** Nobody outside learns what the service says about this server; whoever runs it reads the log. */
function betweenServers(string $code, string $traceId, string $reason): Failure
{
    error_log(preg_replace('/\s+/', ' ', substr("$code $traceId $reason", 0, 300)) ?? '');
    return new Failure(502, $code, '登录服务暂不可用', 'Offer another way to log in. The reason is in the server\'s log.');
}

function login(Settings $settings, array $body): array
{
    $token = $body['token'] ?? null;
    // Exactly as it came: %3D stays %3D.
    $userInformation = $body['token-user-information'] ?? $body['userInformation'] ?? null;
    foreach (['token' => [$token, 1024], 'userInformation' => [$userInformation, 4096]] as $name => [$value, $limit]) {
        if (!is_string($value) || strlen($value) > $limit || !preg_match('/^[\x21-\x7e]+$/D', $value)) {
            throw new Failure(400, '103002', "没有填写必传参数：$name", "$name is missing or malformed.");
        }
    }
    $traceId = newTraceId();
    try {
        $answer = askService($settings, $token, $userInformation, $traceId);
        $code = $answer['resultCode'];
        if (isset(REFUSED[$code])) {
            $hint = 'Log in again; pass userInformation on as it is, not decoded.';
            throw new Failure(401, $code, REFUSED[$code], $hint);
        }
        if ($code !== '103000') {
            throw betweenServers($code, $traceId, is_string($answer['desc'] ?? null) ? $answer['desc'] : '');
        }
        $msisdn = $answer['data']['msisdn'] ?? '';
        // Here begins what is yours: find the user by the number, and begin a session.
        return ['phone' => decryptNumber(is_string($msisdn) ? $msisdn : '', $settings->appKey)];
    } catch (RuntimeException $error) {
        throw betweenServers('103005', $traceId, $error->getMessage());
    }
}

function headerOf(string $name): ?string
{
    return $_SERVER['HTTP_' . strtoupper(strtr($name, '-', '_'))] ?? null;
}

function firstOf(?string $list): string
{
    return trim(explode(',', $list ?? '')[0]);
}

/** Host and port under a scheme, whose standard port counts as none. */
function hostOf(string $scheme, string $host): ?string
{
    $parts = parse_url("$scheme://$host");
    if (!is_array($parts) || !isset($parts['host'])) {
        return null;
    }
    return strtolower($parts['host']) . ':' . ($parts['port'] ?? ['https' => 443, 'http' => 80][$scheme]);
}

/** Pages of this server's own origin may ask, and those listed; no page of another site may. */
function isAllowed(Settings $settings): bool
{
    $origin = headerOf('Origin');
    $site = headerOf('Sec-Fetch-Site');
    if (in_array($origin, $settings->origins, true) || $site === 'same-origin') {
        return true;
    }
    if ($site !== null && $site !== 'none') {
        return false;
    }
    if ($origin === null) {
        return true;
    }
    [$scheme, $originHost] = explode('://', $origin, 2) + [1 => ''];
    $isSecure = firstOf(headerOf('X-Forwarded-Proto')) === 'https' || ($_SERVER['HTTPS'] ?? 'off') !== 'off';
    // A proxy that ends TLS makes https into http; never the other way round.
    if ($scheme !== 'https' && ($scheme !== 'http' || $isSecure)) {
        return false;
    }
    $forwarded = $settings->trustProxy ? firstOf(headerOf('X-Forwarded-Host')) : '';
    $own = hostOf($scheme, $forwarded ?: (string) headerOf('Host'));
    return $own !== null && $own === hostOf($scheme, $originHost);
}

function readBody(bool $forms): array
{
    $type = $_SERVER['CONTENT_TYPE'] ?? '';
    $kind = strtolower(trim(explode(';', $type)[0]));
    $isForm = $forms && $kind === 'application/x-www-form-urlencoded';
    if ($kind !== 'application/json' && !$isForm) {
        throw new Failure(415, '415', 'unsupported media type', 'Send application/json; a login may be a form too.');
    }
    $text = (string) file_get_contents('php://input', false, null, 0, BODY_LIMIT + 1);
    if (strlen($text) > BODY_LIMIT) {
        throw new Failure(413, '413', 'body too long', 'The body is longer than 16 KB.');
    }
    $body = null;
    if ($isForm) {
        // Not parse_str, which makes names of its own out of dots and brackets.
        $body = [];
        foreach (explode('&', $text) as $field) {
            [$name, $value] = explode('=', $field, 2) + [1 => ''];
            $body[urldecode($name)] = urldecode($value);
        }
    } elseif (str_starts_with(ltrim($text), '{')) {
        $body = json_decode($text, true, 64);
    }
    if (!is_array($body)) {
        throw new Failure(400, '103002', 'bad request', 'The body is not what its Content-Type says.');
    }
    return $body;
}

function respond(Settings $settings): ?array
{
    $routes = ['/api/ydrz/credentials' => ['credentials', false], '/api/ydrz/login' => ['login', true]];
    [$answer, $forms] = $routes[explode('?', $_SERVER['REQUEST_URI'])[0]] ?? [null, false];
    if ($answer === null) {
        throw new Failure(404, '404', 'not found', 'POST /api/ydrz/credentials or /api/ydrz/login.');
    }
    $method = $_SERVER['REQUEST_METHOD'];
    if ($method === 'OPTIONS' && in_array(headerOf('Origin'), $settings->origins, true)) {
        return null;
    }
    if ($method !== 'POST') {
        throw new Failure(405, '405', 'method not allowed', 'Use POST.');
    }
    if (!isAllowed($settings)) {
        throw new Failure(403, '110026', 'Origin 校验失败', 'Only pages of the same origin may ask: list others in ORIGINS.');
    }
    return $answer($settings, readBody($forms));
}

function serve(Settings $settings): void
{
    $origin = headerOf('Origin');
    try {
        $body = respond($settings);
        http_response_code($body === null ? 204 : 200);
    } catch (Failure $failure) {
        http_response_code($failure->status);
        $body = ['code' => $failure->name, 'message' => $failure->getMessage(), 'hint' => $failure->hint];
        if ($failure->status === 405) {
            header('Allow: POST');
        }
    }
    header('Cache-Control: no-store');
    header('Content-Type: application/json; charset=utf-8');
    if ($settings->origins !== []) {
        header('Vary: Origin');
    }
    if ($origin !== null && in_array($origin, $settings->origins, true)) {
        header("Access-Control-Allow-Origin: $origin");
        header('Access-Control-Allow-Headers: Content-Type');
    }
    if ($body !== null) {
        echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
}

// Warnings belong into the log: one in an answer would spoil its JSON.
ini_set('display_errors', '0');
try {
    $settings = Settings::read();
} catch (InvalidArgumentException $error) {
    error_log($error->getMessage());
    http_response_code(500);
    exit(1);
}
if (PHP_SAPI !== 'cli') {
    serve($settings);
}
