"""Why a recommendation has its verdict, in one cause of two short lines at most: names before codes."""
