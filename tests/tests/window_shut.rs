//! What a script that got into the page could do, tried in the real window: no more than a person.

use serde_json::json;
use zhitu_tests::desktop::DesktopOptions;
use zhitu_tests::{Desktop, Window};

/// Each tries something and says what came of it. `ask` calls the shell as the page's own door does.
const TRIES: &str = r"
const ask = (cmd, payload) => window.__TAURI_INTERNALS__.invoke(cmd, payload).then(() => 'done', (e) => e.code ?? 'refused')
const soon = (promise) => Promise.race([promise, new Promise((done) => setTimeout(() => done('no answer'), 5000))])
// The directive of the page's policy that refused it.
const violates = (act) => new Promise((done) => {
  document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true })
  act()
})
const tries = {
  eval: () => { try { return String(eval('1 + 1')) } catch (e) { return e.name } },
  script: () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.head.append(script)
    return window.ran === true ? 'done' : 'refused'
  },
  prototype: () => String(Object.isFrozen(Object.prototype)),
  fetch: () => violates(() => fetch(market + '/healthz').catch(() => {})),
  picture: () => violates(() => { new Image().src = market + '/healthz' }),
  socket: () => violates(() => { try { new WebSocket(market.replace('http', 'ws') + '/api/live') } catch (e) {} }),
  frame: () => violates(() => {
    const frame = document.createElement('iframe')
    frame.src = market + '/healthz'
    document.body.append(frame)
  }),
  style: () => violates(() => document.body.insertAdjacentHTML('beforeend', '<style>body { color: red }</style>')),
  open: () => String(window.open('https://example.org')),
  location: () => new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('done'), (e) => done('refused ' + e.code))),
  notification: () => Notification.requestPermission(),
  clipboard: () => navigator.clipboard.readText().then(() => 'done', (e) => e.name),
  global: () => String('__TAURI__' in window),
  dialog: () => ask('plugin:dialog|open', { options: {} }),
  close: () => ask('plugin:window|close', { label: 'main' }),
  emit: () => ask('plugin:event|emit', { event: 'core-event', payload: { kind: 'resume_changed' } }),
  unknown: () => ask('no_such_command', { request: {} }),
  form: () => ask('job_show', { request: { job: 5 } }),
  command: () => ask('places_find', { request: { text: '', limit: 1 } }),
}
const market = arguments[1]
return soon(Promise.resolve(tries[arguments[0]]()))
";

#[tokio::test]
async fn a_script_in_the_page_can_do_no_more_than_a_person() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let mut window = Window::open(&desktop, &[]).await.unwrap();
    let market = window.market().unwrap();
    for (attempt, outcome) in [
        ("eval", "EvalError"),
        ("script", "refused"),
        ("prototype", "true"),
        ("fetch", "connect-src"),
        ("picture", "img-src"),
        ("socket", "connect-src"),
        ("frame", "frame-src"),
        ("style", "style-src-elem"),
        ("open", "null"),
        ("location", "refused 1"),
        ("notification", "denied"),
        ("clipboard", "NotAllowedError"),
        ("global", "false"),
        ("dialog", "refused"),
        ("close", "refused"),
        ("emit", "refused"),
        ("unknown", "refused"),
        ("form", "invalid_request"),
        ("command", "done"),
    ] {
        let came = window.execute(TRIES, vec![json!(attempt), json!(market)]).await.unwrap();
        assert_eq!(came, json!(outcome), "{attempt}");
    }
    window.close().await.unwrap();
}

#[tokio::test]
async fn the_page_goes_nowhere_else() {
    let desktop = Desktop::start(&DesktopOptions::default()).unwrap();
    let mut window = Window::open(&desktop, &[]).await.unwrap();
    let market = window.market().unwrap();
    window.execute("window.stayed = true", Vec::new()).await.unwrap();
    for address in [&*format!("{market}/healthz"), "file:///etc/passwd", "data:text/html,out", "about:blank"]
    {
        window.execute("location.href = arguments[0]", vec![json!(address)]).await.unwrap();
        // A call there and back: by then the navigation has been decided.
        let answer = window.execute(TRIES, vec![json!("command"), json!(market)]).await.unwrap();
        assert_eq!(answer, json!("done"), "{address}");
        let stayed = window.execute("return window.stayed", Vec::new()).await.unwrap();
        assert_eq!(stayed, json!(true), "{address}");
    }
    window.sees("演示数据").await.unwrap();
    window.close().await.unwrap();
}
