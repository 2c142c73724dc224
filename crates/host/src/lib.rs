//! What this device offers: keyring, encrypted database, HTTP and WebSocket
