"""Renders templates of a case with Jinja and Django, where they are installed."""

import re

# Before the clock of a program runs: they take a while to load.
try:
    import jinja2
except ImportError:
    jinja2 = None
try:
    from django.conf import settings
    from django.template import Context, Engine, Library, Node, NodeList

    if not settings.configured:
        settings.configure(USE_I18N=False)
except ImportError:
    settings = None

MISSING = "not rendered: the template language is not installed"


def render(texts, path, context, ask):
    """What the template shows, as a browser takes it: white space is one space, and none at the edge of a tag or class."""
    shown = (with_jinja if re.search(r"\.(j2|jinja2?)$", path) else with_django)(texts, path, context, ask)
    shown = re.sub(r'class="\s*([^"]*?)\s*"', r'class="\1"', re.sub(r"\s+", " ", shown))
    return re.sub(r"\s+>", ">", shown).strip()


class Waffle:
    def __init__(self, ask):
        self.flag = self.switch = self.sample = ask


def with_jinja(texts, path, context, ask):
    if jinja2 is None:
        return MISSING
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(texts), autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.i18n"]
    )
    environment.install_null_translations()
    environment.globals.update(feature=ask, waffle=Waffle(ask), flag_enabled=ask)
    return environment.get_template(path).render(**context)


def with_django(texts, path, context, ask):
    if settings is None:
        return MISSING
    library = Library()

    class Flag(Node):
        def __init__(self, key, on, off):
            self.key, self.on, self.off = key, on, off

        def render(self, context):
            try:
                key = self.key.resolve(context)
            except Exception:
                key = None
            return (self.on if ask(key or str(self.key.var)) else self.off).render(context)

    def block(kind):
        def compile_block(parser, token):
            bits = token.split_contents()
            on = parser.parse(("else", "end" + kind))
            off = NodeList()
            if parser.next_token().contents == "else":
                off = parser.parse(("end" + kind,))
                parser.delete_first_token()
            return Flag(parser.compile_filter(bits[1]), on, off)

        return compile_block

    for kind in ("flag", "switch", "sample", "feature"):
        library.tag(kind, block(kind))
    library.simple_tag(lambda key: ask(key), name="flag_enabled")
    library.simple_tag(lambda key: not ask(key), name="flag_disabled")
    library.simple_tag(lambda key: ask(key), name="feature_value")
    library.simple_tag(lambda *values, **more: repr((values, more)), name="card_form")
    engine = Engine(
        loaders=[("django.template.loaders.locmem.Loader", texts)],
        libraries={"i18n": "django.templatetags.i18n"},
    )
    for name in ("waffle_tags", "feature_flags", "features"):
        engine.template_libraries[name] = library
    return engine.get_template(path).render(Context(dict(context)))
