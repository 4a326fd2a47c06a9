"""Full-text search over a pack: what was typed so far to the items that hold it."""

from briefing.search.index import MANY as MANY
from briefing.search.index import Found as Found
from briefing.search.index import Group as Group
from briefing.search.index import Hit as Hit
from briefing.search.index import Index as Index
from briefing.search.query import FILTERS as FILTERS
from briefing.search.query import KINDS as KINDS
