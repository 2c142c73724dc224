// Every call of the page passes here first, in a frame of its own that no script of the page can reach. Only the
// form is looked at: one object as `request`, or the two calls that hearing of events needs. What a command may do
// is decided behind it, by the window's capability and by the core.
const EVENTS = { 'plugin:event|listen': 'core-event', 'plugin:event|unlisten': 'core-event' }
const COMMAND = /^[a-z][a-z_]{2,40}$/

function isAllowed({ cmd, payload }) {
  if (typeof payload !== 'object' || payload === null) return false
  if (Object.hasOwn(EVENTS, cmd)) return payload.event === EVENTS[cmd]
  const keys = Object.keys(payload)
  return COMMAND.test(cmd) && keys.length === 1 && keys[0] === 'request' && typeof payload.request === 'object'
}

window.__TAURI_ISOLATION_HOOK__ = (message) => {
  if (isAllowed(message)) return message
  // Without a command of the table the core refuses it, and the page hears that its call failed.
  return { ...message, cmd: 'refused_by_isolation', payload: {} }
}
