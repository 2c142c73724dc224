select settings from settings
