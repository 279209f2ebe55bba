"""The script that st.App runs for every session. It lies in a folder without ``pages/``; see ``app.py``."""

from kinerja.ui.navigasi import jalankan

jalankan()
