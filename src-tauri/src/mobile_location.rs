//! Where a phone is: the official plugin's Kotlin and Swift, called from Rust. The page has no permission of the plugin.
//!
//! Type-checked for Android by `cargo xtask check android`; never run.

use async_trait::async_trait;
use std::sync::Arc;
use tauri::plugin::PermissionState;
use tauri::{AppHandle, Wry};
use tauri_plugin_geolocation::{GeolocationExt as _, PermissionType, Position, PositionOptions};
use zhitu_core::ports::{Accuracy, Fix, Location, LocationError};
use zhitu_domain::permission::SystemPermission;
use zhitu_domain::place::Point;
use zhitu_domain::time::Timestamp;

/// How long a position may take, in milliseconds.
const PATIENCE_MS: u32 = 30_000;

/// The port for a phone.
pub fn location(app: &AppHandle<Wry>) -> Arc<dyn Location> {
    Arc::new(PhoneLocation { app: app.clone() })
}

struct PhoneLocation {
    app: AppHandle<Wry>,
}

impl PhoneLocation {
    /// The plugin blocks its caller until the phone has answered, which may be the person at a prompt.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&AppHandle<Wry>) -> tauri_plugin_geolocation::Result<T> + Send + 'static,
    ) -> Result<T, LocationError> {
        let app = self.app.clone();
        let answer = tokio::task::spawn_blocking(move || question(&app)).await;
        answer
            .map_err(|error| LocationError::Unavailable(error.to_string()))?
            .map_err(|error| LocationError::Unavailable(error.to_string()))
    }
}

fn system(state: PermissionState) -> SystemPermission {
    match state {
        PermissionState::Granted => SystemPermission::Granted,
        PermissionState::Denied => SystemPermission::DeniedForGood,
        PermissionState::Prompt | PermissionState::PromptWithRationale => SystemPermission::NotAsked,
    }
}

fn fix(position: &Position) -> Result<Fix, LocationError> {
    let point = Point { lat: position.coords.latitude, lon: position.coords.longitude };
    if !point.is_valid() {
        return Err(LocationError::NoSource);
    }
    let accuracy_m = Some(position.coords.accuracy).filter(|metres| metres.is_finite() && *metres > 0.0);
    let at = i64::try_from(position.timestamp).ok().and_then(|ms| ms.checked_mul(1_000)).map(Timestamp);
    Ok(Fix { point, accuracy_m, at })
}

#[async_trait]
impl Location for PhoneLocation {
    async fn system_permission(&self) -> SystemPermission {
        match self.ask(|app| app.geolocation().check_permissions()).await {
            Ok(status) => system(status.coarse_location),
            // The plugin fails where the phone's location is switched off altogether.
            Err(_) => SystemPermission::Unknown,
        }
    }

    async fn locate(&self, accuracy: Accuracy) -> Result<Fix, LocationError> {
        let exact = accuracy == Accuracy::Exact;
        let wanted = if exact { PermissionType::Location } else { PermissionType::CoarseLocation };
        let status = self.ask(move |app| app.geolocation().request_permissions(Some(vec![wanted]))).await?;
        if system(if exact { status.location } else { status.coarse_location }) != SystemPermission::Granted {
            return Err(LocationError::Denied);
        }
        let options = PositionOptions { enable_high_accuracy: exact, timeout: PATIENCE_MS, maximum_age: 0 };
        let position = self.ask(move |app| app.geolocation().get_current_position(Some(options))).await?;
        fix(&position)
    }
}
