"""The window: screens compose widgets, widgets know nothing of the app. The only package with Qt."""
