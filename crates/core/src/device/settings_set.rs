use crate::Core;
use zhitu_contract::Result;
use zhitu_contract::device::Settings;
use zhitu_contract::events::CoreEvent;

impl Core {
    /// Keeps the settings of this device.
    pub async fn settings_set(&self, settings: Settings) -> Result<Settings> {
        self.store.settings_set(&settings).await?;
        self.events.emit(CoreEvent::SettingsChanged);
        Ok(settings)
    }
}
