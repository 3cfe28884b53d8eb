"""The papers of a meeting, in every form in which they leave the house."""
