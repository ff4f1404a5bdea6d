"""What somebody who means harm would try: every text, every form, every page."""
