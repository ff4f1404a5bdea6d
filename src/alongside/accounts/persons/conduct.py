"""The version of the code of conduct that people agree to; its words are in the template of the page."""

VERSION = "1"
