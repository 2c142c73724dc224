//! Finding people, on the recruiting side. What may be found and seen is the server's to say; nothing of it is kept on
//! the device (I2).

mod contact_request_make;
mod contact_request_retract;
mod contact_requests_made;
mod download;
mod note_set;
mod open;
mod search;
