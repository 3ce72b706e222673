import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A business server for ydrz-elements: Java 17 or later, nothing else.
 *
 * <pre>APP_ID=… APP_KEY=… PRIVATE_KEY="$(cat private.pem)" java -Dfile.encoding=UTF-8 Server.java</pre>
 *
 * POST /api/ydrz/credentials: JSON {appId} -> {appId, sign, traceId, timestamp, version}. POST /api/ydrz/login: JSON
 * {token, userInformation}, or a form with token and token-user-information -> {phone}. Failures are JSON {code, message, hint}.
 *
 * <p>PORT (8080), HOST (127.0.0.1); GATEWAY in place of the live service; ORIGINS, with commas between, of other sites that may ask;
 * TRUST_PROXY=1 behind a proxy that puts the public host into X-Forwarded-Host. Rate limits belong into credentials().
 */
public final class Server {
  private static final String VERSION = "2.0";
  private static final String BUSINESS_TYPE = "8";
  private static final int BODY_LIMIT = 16 * 1024;
  private static final int ANSWER_LIMIT = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final DateTimeFormatter CHINA_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  /** What the user brought was refused; all other codes are between this server and the service. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "104007", "token 不存在",
          "104008", "token 校验失败",
          "104009", "超过失败次数限制",
          "104012", "本机号码校验失败");

  /** What is answered to the browser. It never holds what the service said: that is for the log. */
  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    final int status;
    final String code;
    final String hint;

    Failure(int status, String code, String message, String hint) {
      super(message);
      this.status = status;
      this.code = code;
      this.hint = hint;
    }
  }

  private record Settings(
      String appId, String appKey, PrivateKey key, String gateway, Set<String> origins, boolean trustProxy) {

    static String text(String name, String standard) {
      String value = System.getenv().getOrDefault(name, "").strip().replaceAll("^[\"']|[\"']$", "");
      return value.isEmpty() ? standard : value;
    }

    static Settings read() {
      String appId = text("APP_ID", "");
      String appKey = text("APP_KEY", "");
      require(appId.matches("[\\w-]{1,64}"), "APP_ID is missing or malformed");
      require(appKey.matches("[\\x21-\\x7e]{16,256}"), "APP_KEY is missing or malformed: at least 16 visible characters");
      Set<String> origins =
          Arrays.stream(text("ORIGINS", "").toLowerCase().split("[\\s,]+"))
              .map(origin -> origin.replaceAll("/+$", ""))
              .filter(origin -> !origin.isEmpty())
              .collect(Collectors.toSet());
      String gateway = text("GATEWAY", "https://www.cmpassport.com").replaceAll("/+$", "");
      return new Settings(
          appId, appKey, readKey(text("PRIVATE_KEY", "")), gateway, origins, text("TRUST_PROXY", "").equals("1"));
    }

    private static void require(boolean holds, String sentence) {
      if (!holds) throw new IllegalArgumentException(sentence);
    }

    private static PrivateKey readKey(String pem) {
      String base64 = pem.replace("\\r", "").replace("\\n", "\n").replaceAll("-----[A-Z ]+-----", "");
      try {
        byte[] der = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(pem.contains("BEGIN RSA") ? wrapped(der) : der));
      } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
        throw new IllegalArgumentException("PRIVATE_KEY is no unencrypted RSA private key in PEM");
      }
    }

    /** Java reads PKCS#8 only, so a PKCS#1 key is put into its wrapping. */
    private static byte[] wrapped(byte[] pkcs1) {
      byte[] start = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
      byte[] key = element(0x04, pkcs1);
      return element(0x30, ByteBuffer.allocate(start.length + key.length).put(start).put(key).array());
    }

    private static byte[] element(int tag, byte[] content) {
      byte[] head = {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
      return ByteBuffer.allocate(head.length + content.length).put(head).put(content).array();
    }
  }

  /** What the two routes need of JSON, which Java itself does not read: objects of texts, numbers, words, objects and lists. */
  private static final class Json {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    /** The members of an object; a list is read and not kept. */
    static Map<String, Object> read(String text) {
      Json json = new Json(text);
      Map<String, Object> members = json.object(0);
      json.space();
      if (json.at != text.length()) throw json.wrong();
      return members;
    }

    private IllegalArgumentException wrong() {
      return new IllegalArgumentException("Not a JSON object, at " + at);
    }

    private char next() {
      if (at >= text.length()) throw wrong();
      return text.charAt(at++);
    }

    private void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() {
      space();
      if (at >= text.length()) throw wrong();
      return text.charAt(at);
    }

    private void expect(char due) {
      if (peek() != due) throw wrong();
      at++;
    }

    private Map<String, Object> object(int depth) {
      Map<String, Object> members = new HashMap<>();
      expect('{');
      if (peek() == '}') {
        at++;
        return members;
      }
      for (; ; ) {
        peek();
        String name = string();
        expect(':');
        members.put(name, value(depth + 1));
        if (peek() == '}') {
          at++;
          return members;
        }
        expect(',');
      }
    }

    private Object list(int depth) {
      expect('[');
      if (peek() == ']') {
        at++;
        return null;
      }
      for (; ; ) {
        value(depth + 1);
        if (peek() == ']') {
          at++;
          return null;
        }
        expect(',');
      }
    }

    private Object value(int depth) {
      if (depth > 64) throw wrong();
      char first = peek();
      if (first == '{') return object(depth);
      if (first == '[') return list(depth);
      if (first == '"') return string();
      for (String word : new String[] {"true", "false", "null"}) {
        if (text.startsWith(word, at)) {
          at += word.length();
          return null;
        }
      }
      var number = NUMBER.matcher(text).region(at, text.length());
      if (!number.lookingAt()) throw wrong();
      at = number.end();
      return new BigDecimal(number.group());
    }

    private String string() {
      if (next() != '"') throw wrong();
      StringBuilder read = new StringBuilder();
      for (; ; ) {
        char character = next();
        if (character == '"') return read.toString();
        if (character < 0x20) throw wrong();
        if (character != '\\') {
          read.append(character);
          continue;
        }
        char escaped = next();
        int known = "\"\\/bfnrt".indexOf(escaped);
        if (known >= 0) {
          read.append("\"\\/\b\f\n\r\t".charAt(known));
        } else if (escaped == 'u' && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
          read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        } else {
          throw wrong();
        }
      }
    }

    static String write(Map<String, String> members) {
      return members.entrySet().stream()
          .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
      StringBuilder written = new StringBuilder("\"");
      text.chars()
          .forEach(
              character -> {
                if (character == '"' || character == '\\') written.append('\\').append((char) character);
                else if (character < 0x20) written.append(String.format("\\u%04x", character));
                else written.append((char) character);
              });
      return written.append('"').toString();
    }
  }

  /** The fields of a body, or the members of an answer. */
  private interface Route {
    Map<String, String> answer(Map<String, Object> body) throws Failure;
  }

  private final Settings settings;
  // Redirects are not followed: a token is not sent on to wherever an answer points.
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

  private Server(Settings settings) {
    this.settings = settings;
  }

  /** 17 digits, yyyyMMddHHmmssSSS, in China time, wherever the server stands. */
  private static String chinaTimestamp() {
    return CHINA_TIME.format(ZonedDateTime.now(ZoneOffset.ofHours(8)));
  }

  private static String newTraceId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private Map<String, String> credentials(Map<String, Object> body) throws Failure {
    String appId = settings.appId();
    if (!appId.equals(body.get("appId"))) {
      throw new Failure(400, "105113", "APPID 非法或为空", "The page's app-id is not the server's APP_ID.");
    }
    String traceId = newTraceId();
    String timestamp = chinaTimestamp();
    String sign = md5(appId + BUSINESS_TYPE + traceId + timestamp + traceId + VERSION + settings.appKey());
    return members("appId", appId, "sign", sign, "traceId", traceId, "timestamp", timestamp, "version", VERSION);
  }

  private static Map<String, String> members(String... namesAndValues) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      members.put(namesAndValues[index], namesAndValues[index + 1]);
    }
    return members;
  }

  private Map<String, Object> askService(String token, String userInformation, String traceId)
      throws IOException, GeneralSecurityException {
    String timestamp = chinaTimestamp();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(settings.key());
    String text = settings.appId() + traceId + timestamp + token + VERSION;
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    String sign = HexFormat.of().withUpperCase().formatHex(signature.sign());
    Map<String, String> body =
        members("token", token, "sign", sign, "userInformation", userInformation, "expandParams", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.gateway() + "/h5/onekeylogin/tokenValidate"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(PATIENCE)
            .headers("interfaceVersion", VERSION, "appId", settings.appId(), "traceId", traceId)
            .headers("timestamp", timestamp, "businessType", BUSINESS_TYPE, "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    var asked =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).thenApplyAsync(Server::readAnswer);
    try {
      // The body counts too: the request's own limit ends with its headers.
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception unanswered) {
      asked.cancel(true);
      throw new IOException(unanswered);
    }
  }

  private static Map<String, Object> readAnswer(HttpResponse<InputStream> response) {
    try (InputStream stream = response.body()) {
      if (response.statusCode() != 200) throw new IllegalStateException("HTTP status " + response.statusCode());
      return Json.read(new String(stream.readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** base64 of AES-128-ECB, PKCS7, under the appKey's first 16 characters. */
  private String decryptNumber(String msisdn) throws GeneralSecurityException {
    byte[] key = settings.appKey().substring(0, 16).getBytes(StandardCharsets.US_ASCII);
    Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
    String number = new String(cipher.doFinal(Base64.getDecoder().decode(msisdn)), StandardCharsets.UTF_8);
    if (!number.matches("\\+?[0-9]{5,20}")) throw new GeneralSecurityException("No number");
    return number;
  }

  /** Nobody outside learns what the service says about this server; whoever runs it reads the log. */
  private static Failure betweenServers(String code, String traceId, String reason) {
    String line = (code + " " + traceId + " " + reason).replaceAll("\\s+", " ");
    System.err.println(line.substring(0, Math.min(300, line.length())));
    return new Failure(
        502, code, "登录服务暂不可用", "Offer another way to log in. The reason is in the server's log.");
  }

  private static String textIn(Map<String, Object> body, String name, int limit) {
    return body.get(name) instanceof String value && value.length() <= limit && value.matches("[\\x21-\\x7e]+")
        ? value
        : null;
  }

  private static String required(String value, String name) throws Failure {
    if (value != null) return value;
    throw new Failure(400, "103002", "没有填写必传参数：" + name, name + " is missing or malformed.");
  }

  private Map<String, String> login(Map<String, Object> body) throws Failure {
    String token = required(textIn(body, "token", 1024), "token");
    // Exactly as it came: %3D stays %3D.
    String posted = textIn(body, "token-user-information", 4096);
    String userInformation =
        required(posted != null ? posted : textIn(body, "userInformation", 4096), "userInformation");
    String traceId = newTraceId();
    Map<String, Object> answer;
    try {
      answer = askService(token, userInformation, traceId);
    } catch (IOException | GeneralSecurityException unanswered) {
      throw betweenServers("103005", traceId, String.valueOf(unanswered.getMessage()));
    }
    String code = textIn(answer, "resultCode", 16);
    if (code == null || !code.matches("-?\\w{1,16}")) throw betweenServers("103005", traceId, "The answer makes no sense");
    if (REFUSED.containsKey(code)) {
      throw new Failure(401, code, REFUSED.get(code), "Log in again; pass userInformation on as it is, not decoded.");
    }
    if (!code.equals("103000")) throw betweenServers(code, traceId, String.valueOf(answer.get("desc")));
    try {
      Object msisdn = answer.get("data") instanceof Map<?, ?> data ? data.get("msisdn") : null;
      // Here begins what is yours: find the user by the number, and begin a session.
      return members("phone", decryptNumber(String.valueOf(msisdn)));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw betweenServers("103005", traceId, "The number cannot be decrypted with APP_KEY");
    }
  }

  /** Host and port under a scheme, whose standard port counts as none; null for what is no host. */
  private static String hostOf(String scheme, String host) {
    try {
      URI address = URI.create(scheme + "://" + host);
      if (address.getHost() == null) return null;
      int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
      return address.getHost().toLowerCase() + ":" + port;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static String first(String list) {
    return list == null ? "" : list.split(",", 2)[0].strip();
  }

  /** Pages of this server's own origin may ask, and those listed; no page of another site may. */
  private boolean isAllowed(Headers headers) {
    String origin = headers.getFirst("Origin");
    String site = headers.getFirst("Sec-Fetch-Site");
    if ("same-origin".equals(site) || (origin != null && settings.origins().contains(origin))) return true;
    if (site != null && !site.equals("none")) return false;
    if (origin == null) return true;
    String[] parts = origin.split("://", 2);
    boolean isSecure = first(headers.getFirst("X-Forwarded-Proto")).equals("https");
    // A proxy that ends TLS makes https into http; never the other way round.
    if (parts.length < 2 || !(parts[0].equals("https") || (parts[0].equals("http") && !isSecure))) return false;
    String forwarded = settings.trustProxy() ? first(headers.getFirst("X-Forwarded-Host")) : "";
    String own = hostOf(parts[0], forwarded.isEmpty() ? headers.getFirst("Host") : forwarded);
    return own != null && own.equals(hostOf(parts[0], parts[1]));
  }

  private static Map<String, Object> readBody(HttpExchange exchange, boolean forms) throws Failure, IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String kind = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase();
    boolean isForm = forms && kind.equals("application/x-www-form-urlencoded");
    if (!isForm && !kind.equals("application/json")) {
      throw new Failure(415, "415", "unsupported media type", "Send application/json; a login may be a form too.");
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    if (bytes.length > BODY_LIMIT) {
      throw new Failure(413, "413", "body too long", "The body is longer than 16 KB.");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      return isForm ? readForm(text) : Json.read(text);
    } catch (IllegalArgumentException malformed) {
      throw new Failure(400, "103002", "bad request", "The body is not what its Content-Type says.");
    }
  }

  private static Map<String, Object> readForm(String text) {
    Map<String, Object> fields = new HashMap<>();
    for (String field : text.split("&")) {
      String[] parts = field.split("=", 2);
      String value = parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
      fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value);
    }
    return fields;
  }

  /** The JSON to answer, or null for an empty answer. */
  private Map<String, String> respond(HttpExchange exchange) throws Failure, IOException {
    String path = exchange.getRequestURI().getPath();
    boolean forms = path.equals("/api/ydrz/login");
    Route route = forms ? this::login : path.equals("/api/ydrz/credentials") ? this::credentials : null;
    if (route == null) {
      throw new Failure(404, "404", "not found", "POST /api/ydrz/credentials or /api/ydrz/login.");
    }
    Headers headers = exchange.getRequestHeaders();
    String origin = headers.getFirst("Origin");
    String method = exchange.getRequestMethod();
    if (method.equals("OPTIONS") && origin != null && settings.origins().contains(origin)) return null;
    if (!method.equals("POST")) throw new Failure(405, "405", "method not allowed", "Use POST.");
    if (!isAllowed(headers)) {
      throw new Failure(
          403, "110026", "Origin 校验失败", "Only pages of the same origin may ask: list others in ORIGINS.");
    }
    return route.answer(readBody(exchange, forms));
  }

  private void serve(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    int status;
    Map<String, String> body;
    try {
      body = respond(exchange);
      status = body == null ? 204 : 200;
    } catch (Failure failure) {
      status = failure.status;
      body = members("code", failure.code, "message", failure.getMessage(), "hint", failure.hint);
      if (status == 405) headers.set("Allow", "POST");
    }
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Type", "application/json; charset=utf-8");
    if (!settings.origins().isEmpty()) headers.set("Vary", "Origin");
    if (origin != null && settings.origins().contains(origin)) {
      headers.set("Access-Control-Allow-Origin", origin);
      headers.set("Access-Control-Allow-Headers", "Content-Type");
    }
    byte[] text = body == null ? new byte[0] : Json.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
    if (text.length > 0) exchange.getResponseBody().write(text);
    exchange.close();
  }

  public static void main(String[] arguments) throws IOException {
    // Seconds that a request may take to arrive; the server of the JDK has no limit of its own.
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(PATIENCE.toSeconds()));
    Settings settings;
    try {
      settings = Settings.read();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
      return;
    }
    int port = Integer.parseInt(Settings.text("PORT", "8080"));
    String host = Settings.text("HOST", "127.0.0.1");
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 128);
    server.setExecutor(Executors.newCachedThreadPool());
    Server business = new Server(settings);
    server.createContext("/", business::serve);
    server.start();
    System.out.println("http://" + host + ":" + server.getAddress().getPort());
  }
}
