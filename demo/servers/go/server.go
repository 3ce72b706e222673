// A business server for ydrz-elements: Go 1.19 or later, the standard library, nothing else.
//
//	APP_ID=… APP_KEY=… PRIVATE_KEY="$(cat private.pem)" go run server.go
//
// POST /api/ydrz/credentials  JSON {appId}                   -> {appId, sign, traceId, timestamp, version}
// POST /api/ydrz/login        JSON {token, userInformation}  -> {phone}
//
//	or a form with token and token-user-information
//
// Failures are JSON {code, message, hint}.
//
// PORT (8080), HOST (127.0.0.1); GATEWAY in place of the live service; ORIGINS, with commas between, of other sites that may
// ask; TRUST_PROXY=1 behind a proxy that puts the public host into X-Forwarded-Host. Rate limits belong into credentials.
package main

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/md5"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"
)

const (
	version      = "2.0"
	businessType = "8"
	bodyLimit    = 16 * 1024
	answerLimit  = 64 * 1024
	patience     = 8 * time.Second
)

var (
	china     = time.FixedZone("China", 8*60*60)
	appIDForm = regexp.MustCompile(`^[\w-]{1,64}$`)
	keyForm   = regexp.MustCompile(`^[\x21-\x7e]{16,256}$`)
	valueForm = regexp.MustCompile(`^[\x21-\x7e]+$`)
	codeForm  = regexp.MustCompile(`^-?\w{1,16}$`)
	phoneForm = regexp.MustCompile(`^\+?[0-9]{5,20}$`)
	// What the user brought was refused; all other codes are between this server and the service.
	refused = map[string]string{
		"104007": "token 不存在",
		"104008": "token 校验失败",
		"104009": "超过失败次数限制",
		"104012": "本机号码校验失败",
	}
)

// failure is what is answered to the browser. It never holds what the service said: that is for the log.
type failure struct {
	status  int
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func (f *failure) Error() string { return f.Code + " " + f.Message }

type settings struct {
	appID, appKey, gateway string
	key                    *rsa.PrivateKey
	origins                map[string]bool
	trustProxy             bool
}

func setting(name string) string { return strings.Trim(strings.TrimSpace(os.Getenv(name)), `"'`) }

func readKey(text string) (*rsa.PrivateKey, error) {
	wrong := errors.New("PRIVATE_KEY is no unencrypted RSA private key in PEM")
	text = strings.NewReplacer(`\r`, "", `\n`, "\n").Replace(text)
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, wrong
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if key, ok := parsed.(*rsa.PrivateKey); err == nil && ok {
		return key, nil
	}
	return nil, wrong
}

func readSettings() (*settings, error) {
	s := &settings{appID: setting("APP_ID"), appKey: setting("APP_KEY"), origins: map[string]bool{}}
	if !appIDForm.MatchString(s.appID) {
		return nil, errors.New("APP_ID is missing or malformed")
	}
	if !keyForm.MatchString(s.appKey) {
		return nil, errors.New("APP_KEY is missing or malformed: at least 16 visible characters")
	}
	var err error
	if s.key, err = readKey(setting("PRIVATE_KEY")); err != nil {
		return nil, err
	}
	if s.gateway = strings.TrimRight(setting("GATEWAY"), "/"); s.gateway == "" {
		s.gateway = "https://www.cmpassport.com"
	}
	for _, origin := range strings.FieldsFunc(setting("ORIGINS"), func(r rune) bool { return r == ',' || r == ' ' }) {
		s.origins[strings.ToLower(strings.TrimRight(origin, "/"))] = true
	}
	s.trustProxy = setting("TRUST_PROXY") == "1"
	return s, nil
}

// chinaTimestamp gives 17 digits, yyyyMMddHHmmssSSS, in China time, wherever the server stands.
func chinaTimestamp() string {
	return strings.Replace(time.Now().In(china).Format("20060102150405.000"), ".", "", 1)
}

func newTraceID() string {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		panic(err)
	}
	return hex.EncodeToString(id)
}

func (s *settings) credentials(body map[string]any) (any, error) {
	if body["appId"] != s.appID {
		return nil, &failure{400, "105113", "APPID 非法或为空", "The page's app-id is not the server's APP_ID."}
	}
	traceID, timestamp := newTraceID(), chinaTimestamp()
	sign := md5.Sum([]byte(s.appID + businessType + traceID + timestamp + traceID + version + s.appKey))
	return map[string]string{
		"appId": s.appID, "sign": hex.EncodeToString(sign[:]), "traceId": traceID, "timestamp": timestamp, "version": version,
	}, nil
}

var client = &http.Client{
	Timeout: patience,
	// A token is not sent on to wherever an answer points.
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

type answer struct {
	ResultCode string `json:"resultCode"`
	Desc       string `json:"desc"`
	Data       struct {
		Msisdn string `json:"msisdn"`
	} `json:"data"`
}

func (s *settings) ask(token, userInformation, traceID string) (*answer, error) {
	timestamp := chinaTimestamp()
	digest := sha256.Sum256([]byte(s.appID + traceID + timestamp + token + version))
	signature, err := rsa.SignPKCS1v15(rand.Reader, s.key, crypto.SHA256, digest[:])
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(map[string]string{
		"token": token, "sign": strings.ToUpper(hex.EncodeToString(signature)),
		"userInformation": userInformation, "expandParams": "",
	})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest("POST", s.gateway+"/h5/onekeylogin/tokenValidate", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{
		"interfaceVersion": version, "appId": s.appID, "traceId": traceID, "timestamp": timestamp,
		"businessType": businessType, "Content-Type": "application/json",
	} {
		request.Header.Set(name, value)
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("HTTP status %d", response.StatusCode)
	}
	var read answer
	if err := json.NewDecoder(io.LimitReader(response.Body, answerLimit)).Decode(&read); err != nil {
		return nil, err
	}
	if !codeForm.MatchString(read.ResultCode) {
		return nil, errors.New("the answer makes no sense")
	}
	return &read, nil
}

// decryptNumber reads base64 of AES-128-ECB, PKCS7, under the appKey's first 16 characters.
func decryptNumber(msisdn, appKey string) (string, error) {
	wrong := errors.New("the number cannot be decrypted with APP_KEY")
	sealed, err := base64.StdEncoding.DecodeString(msisdn)
	if err != nil || len(sealed) == 0 || len(sealed)%aes.BlockSize != 0 {
		return "", wrong
	}
	block, err := aes.NewCipher([]byte(appKey[:16]))
	if err != nil {
		return "", err
	}
	for at := 0; at < len(sealed); at += aes.BlockSize {
		block.Decrypt(sealed[at:at+aes.BlockSize], sealed[at:at+aes.BlockSize])
	}
	padding := int(sealed[len(sealed)-1])
	if padding < 1 || padding > aes.BlockSize {
		return "", wrong
	}
	number := string(sealed[:len(sealed)-padding])
	if !phoneForm.MatchString(number) {
		return "", wrong
	}
	return number, nil
}

// betweenServers: nobody outside learns what the service says about this server; whoever runs it reads the log.
func betweenServers(code, traceID, reason string) *failure {
	if len(reason) > 200 {
		reason = reason[:200]
	}
	log.Printf("%s %s %q", code, traceID, reason)
	return &failure{502, code, "登录服务暂不可用", "Offer another way to log in. The reason is in the server's log."}
}

func textIn(body map[string]any, name string, limit int) (string, bool) {
	value, ok := body[name].(string)
	return value, ok && len(value) <= limit && valueForm.MatchString(value)
}

func (s *settings) login(body map[string]any) (any, error) {
	token, ok := textIn(body, "token", 1024)
	if !ok {
		return nil, &failure{400, "103002", "没有填写必传参数：token", "token is missing or malformed."}
	}
	// Exactly as it came: %3D stays %3D.
	userInformation, ok := textIn(body, "token-user-information", 4096)
	if !ok {
		if userInformation, ok = textIn(body, "userInformation", 4096); !ok {
			return nil, &failure{400, "103002", "没有填写必传参数：userInformation", "userInformation is missing or malformed."}
		}
	}
	traceID := newTraceID()
	read, err := s.ask(token, userInformation, traceID)
	if err != nil {
		return nil, betweenServers("103005", traceID, err.Error())
	}
	if message, ok := refused[read.ResultCode]; ok {
		return nil, &failure{401, read.ResultCode, message, "Log in again; pass userInformation on as it is, not decoded."}
	}
	if read.ResultCode != "103000" {
		return nil, betweenServers(read.ResultCode, traceID, read.Desc)
	}
	phone, err := decryptNumber(read.Data.Msisdn, s.appKey)
	if err != nil {
		return nil, betweenServers("103005", traceID, err.Error())
	}
	// Here begins what is yours: find the user by the number, and begin a session.
	return map[string]string{"phone": phone}, nil
}

// hostOf gives host and port under a scheme, whose standard port counts as none.
func hostOf(scheme, host string) string {
	parsed, err := url.Parse(scheme + "://" + host)
	if err != nil || parsed.Hostname() == "" {
		return ""
	}
	port := parsed.Port()
	if port == "" {
		port = map[string]string{"https": "443", "http": "80"}[scheme]
	}
	return net.JoinHostPort(strings.ToLower(parsed.Hostname()), port)
}

func first(list string) string { return strings.TrimSpace(strings.SplitN(list, ",", 2)[0]) }

// isAllowed: pages of this server's own origin may ask, and those listed; no page of another site may.
func (s *settings) isAllowed(r *http.Request) bool {
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	if s.origins[origin] || site == "same-origin" {
		return true
	}
	if site != "" && site != "none" {
		return false
	}
	if origin == "" {
		return len(r.Header.Values("Origin")) == 0
	}
	scheme, originHost, _ := strings.Cut(origin, "://")
	// A proxy that ends TLS makes https into http; never the other way round.
	if scheme != "https" && (scheme != "http" || first(r.Header.Get("X-Forwarded-Proto")) == "https") {
		return false
	}
	host := r.Host
	if forwarded := first(r.Header.Get("X-Forwarded-Host")); s.trustProxy && forwarded != "" {
		host = forwarded
	}
	own := hostOf(scheme, host)
	return own != "" && own == hostOf(scheme, originHost)
}

func readBody(w http.ResponseWriter, r *http.Request, forms bool) (map[string]any, error) {
	malformed := &failure{400, "103002", "bad request", "The body is not what its Content-Type says."}
	kind := strings.ToLower(strings.TrimSpace(strings.SplitN(r.Header.Get("Content-Type"), ";", 2)[0]))
	isForm := forms && kind == "application/x-www-form-urlencoded"
	if kind != "application/json" && !isForm {
		return nil, &failure{415, "415", "unsupported media type", "Send application/json; a login may be a form too."}
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, bodyLimit))
	if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
		return nil, &failure{413, "413", "body too long", "The body is longer than 16 KB."}
	}
	if err != nil {
		return nil, malformed
	}
	body := map[string]any{}
	if !isForm {
		if json.Unmarshal(text, &body) != nil || body == nil {
			return nil, malformed
		}
		return body, nil
	}
	fields, err := url.ParseQuery(string(text))
	if err != nil {
		return nil, malformed
	}
	for name := range fields {
		body[name] = fields.Get(name)
	}
	return body, nil
}

type route struct {
	answer func(map[string]any) (any, error)
	forms  bool
}

func (s *settings) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if len(s.origins) > 0 {
		w.Header().Set("Vary", "Origin")
	}
	if s.origins[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
	}
	w.Header().Set("Cache-Control", "no-store")
	body, err := s.respond(w, r)
	status := http.StatusOK
	var failed *failure
	if errors.As(err, &failed) {
		status, body = failed.status, failed
	}
	if status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "POST")
	}
	if body == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}

func (s *settings) respond(w http.ResponseWriter, r *http.Request) (any, error) {
	routes := map[string]route{
		"/api/ydrz/credentials": {s.credentials, false},
		"/api/ydrz/login":       {s.login, true},
	}
	found, ok := routes[r.URL.Path]
	if !ok {
		return nil, &failure{404, "404", "not found", "POST /api/ydrz/credentials or /api/ydrz/login."}
	}
	if r.Method == http.MethodOptions && s.origins[r.Header.Get("Origin")] {
		return nil, nil
	}
	if r.Method != http.MethodPost {
		return nil, &failure{405, "405", "method not allowed", "Use POST."}
	}
	if !s.isAllowed(r) {
		return nil, &failure{403, "110026", "Origin 校验失败", "Only pages of the same origin may ask: list others in ORIGINS."}
	}
	body, err := readBody(w, r, found.forms)
	if err != nil {
		return nil, err
	}
	return found.answer(body)
}

func main() {
	log.SetFlags(0)
	s, err := readSettings()
	if err != nil {
		log.Fatal(err)
	}
	host, port := setting("HOST"), setting("PORT")
	if host == "" {
		host = "127.0.0.1"
	}
	if port == "" {
		port = "8080"
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s\n", listener.Addr())
	server := &http.Server{Handler: s, ReadTimeout: patience, WriteTimeout: 3 * patience}
	log.Fatal(server.Serve(listener))
}
