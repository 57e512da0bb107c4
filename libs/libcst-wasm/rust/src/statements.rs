//! The statements of a module, parsed a few at a time.
//!
//! The crate's parser remembers, for each of some twenty rules, what it found at each token, and gives away copies: a
//! statement is copied once for each block around it, and a file of 100 kB has 60 MB of such memory. So the body of
//! each block is parsed on its own, and a `pass` stands in its place while the statement around it is parsed. The
//! grammar has no rule that looks into a block or beyond the end of a statement, so the tree is the same; whatever fails
//! here is parsed again in one piece, and that answer counts.

use libcst_native::tokenizer::whitespace_parser::State;
use libcst_native::tokenizer::{TokType, Token};
use libcst_native::{
    parse_tokens_without_whitespace, CompoundStatement, Config, Else, If, Inflate, OrElse,
    Statement, Suite,
};
use std::cell::RefCell;
use std::rc::Rc;

/// The statements of all tokens, or nothing if they have to be parsed in one piece.
pub fn statements<'a>(tokens: Vec<Token<'a>>, config: &Config<'a>) -> Option<Vec<Statement<'a>>> {
    let end = tokens.last()?.clone();
    let mut parser = Parser {
        placeholder: placeholder(&end, config)?,
        tokens: tokens.into_iter().peekable(),
        end,
        config,
    };
    let body = parser.block()?;
    (parser.peek()? == TokType::EndMarker).then_some(body)
}

/// Statements are parsed together until they have so many tokens: what the parser remembers of them stays small.
const TOGETHER: usize = 30;

struct Parser<'c, 'a> {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token<'a>>>,
    placeholder: [Token<'a>; 2],
    end: Token<'a>,
    config: &'c Config<'a>,
}

/// `pass` and a newline that stand, as far as their white space goes, at the very end of the text: there is nothing to
/// find there, and nothing that the real tokens would miss.
fn placeholder<'a>(end: &Token<'a>, config: &Config<'a>) -> Option<[Token<'a>; 2]> {
    let last = config.lines.last().copied().unwrap_or("");
    let nowhere = Rc::new(RefCell::new(State {
        line: config.lines.len(),
        column: last.chars().count(),
        column_byte: last.len(),
        byte_offset: config.input.len(),
        ..State::default()
    }));
    let token = |r#type, string| Token {
        r#type,
        string,
        whitespace_before: nowhere.clone(),
        whitespace_after: nowhere.clone(),
        relative_indent: None,
        ..end.clone()
    };
    Some([token(TokType::Name, "pass"), token(TokType::Newline, "")])
}

/// Tokens of whole statements, and the bodies of their blocks in the order of the text.
#[derive(Default)]
struct Chunk<'a> {
    tokens: Vec<Token<'a>>,
    bodies: Vec<Vec<Statement<'a>>>,
}

impl<'a> Parser<'_, 'a> {
    fn peek(&mut self) -> Option<TokType> {
        self.tokens.peek().map(|token| token.r#type)
    }

    fn starts_with(&mut self, words: &[&str]) -> bool {
        self.tokens
            .peek()
            .is_some_and(|token| words.contains(&token.string))
    }

    /// Statements up to the end of their block, which is left.
    fn block(&mut self) -> Option<Vec<Statement<'a>>> {
        let mut body = vec![];
        loop {
            let mut chunk = Chunk::default();
            while chunk.tokens.len() < TOGETHER {
                match self.peek()? {
                    TokType::Dedent | TokType::EndMarker => break,
                    _ => self.statement(&mut chunk)?,
                }
            }
            if chunk.tokens.is_empty() {
                return Some(body);
            }
            self.parse(chunk, &mut body)?;
        }
    }

    /// Takes one statement: lines and blocks, as long as what follows can only belong to it.
    fn statement(&mut self, chunk: &mut Chunk<'a>) -> Option<()> {
        let may_have_cases = self.starts_with(&["match"]);
        let mut in_cases = false;
        loop {
            let is_decorator = self.starts_with(&["@"]);
            self.line(chunk)?;
            let mut is_open = is_decorator;
            if self.peek()? == TokType::Indent {
                chunk.tokens.push(self.tokens.next()?);
                if may_have_cases && !in_cases {
                    in_cases = true;
                    continue;
                }
                let body = self.block()?;
                if body.is_empty() || self.peek()? != TokType::Dedent {
                    return None;
                }
                chunk.bodies.push(body);
                chunk.tokens.extend(self.placeholder.iter().cloned());
                chunk.tokens.push(self.tokens.next()?);
                is_open = false;
            }
            if in_cases {
                if self.peek()? != TokType::Dedent {
                    continue;
                }
                chunk.tokens.push(self.tokens.next()?);
                return Some(());
            }
            if !is_open && !self.starts_with(&["else", "elif", "except", "finally"]) {
                return Some(());
            }
        }
    }

    /// Takes the tokens of a logical line.
    fn line(&mut self, chunk: &mut Chunk<'a>) -> Option<()> {
        loop {
            let token = self.tokens.next()?;
            let r#type = token.r#type;
            match r#type {
                TokType::Indent | TokType::Dedent | TokType::EndMarker => return None,
                _ => chunk.tokens.push(token),
            }
            if r#type == TokType::Newline {
                return Some(());
            }
        }
    }

    fn parse(&mut self, mut chunk: Chunk<'a>, body: &mut Vec<Statement<'a>>) -> Option<()> {
        chunk.tokens.push(self.end.clone());
        let tokens = chunk.tokens.into();
        let module = parse_tokens_without_whitespace(&tokens, self.config.input, None).ok()?;
        let mut statements = module.body.inflate(self.config).ok()?;
        let mut bodies = chunk.bodies.into_iter();
        for statement in &mut statements {
            fill(statement, &mut bodies)?;
        }
        body.append(&mut statements);
        bodies.next().is_none().then_some(())
    }
}

type Bodies<'a> = std::vec::IntoIter<Vec<Statement<'a>>>;

/// Puts the bodies of blocks where `pass` stood for them.
fn fill<'a>(statement: &mut Statement<'a>, bodies: &mut Bodies<'a>) -> Option<()> {
    let Statement::Compound(statement) = statement else {
        return Some(());
    };
    match statement {
        CompoundStatement::FunctionDef(node) => fill_suite(&mut node.body, bodies),
        CompoundStatement::ClassDef(node) => fill_suite(&mut node.body, bodies),
        CompoundStatement::With(node) => fill_suite(&mut node.body, bodies),
        CompoundStatement::If(node) => fill_if(node, bodies),
        CompoundStatement::For(node) => {
            fill_suite(&mut node.body, bodies)?;
            fill_else(&mut node.orelse, bodies)
        }
        CompoundStatement::While(node) => {
            fill_suite(&mut node.body, bodies)?;
            fill_else(&mut node.orelse, bodies)
        }
        CompoundStatement::Try(node) => {
            fill_suite(&mut node.body, bodies)?;
            for handler in &mut node.handlers {
                fill_suite(&mut handler.body, bodies)?;
            }
            fill_else(&mut node.orelse, bodies)?;
            match &mut node.finalbody {
                Some(last) => fill_suite(&mut last.body, bodies),
                None => Some(()),
            }
        }
        CompoundStatement::TryStar(node) => {
            fill_suite(&mut node.body, bodies)?;
            for handler in &mut node.handlers {
                fill_suite(&mut handler.body, bodies)?;
            }
            fill_else(&mut node.orelse, bodies)?;
            match &mut node.finalbody {
                Some(last) => fill_suite(&mut last.body, bodies),
                None => Some(()),
            }
        }
        CompoundStatement::Match(node) => node
            .cases
            .iter_mut()
            .try_for_each(|case| fill_suite(&mut case.body, bodies)),
    }
}

fn fill_if<'a>(node: &mut If<'a>, bodies: &mut Bodies<'a>) -> Option<()> {
    fill_suite(&mut node.body, bodies)?;
    match node.orelse.as_deref_mut() {
        Some(OrElse::Elif(node)) => fill_if(node, bodies),
        Some(OrElse::Else(node)) => fill_suite(&mut node.body, bodies),
        None => Some(()),
    }
}

fn fill_else<'a>(node: &mut Option<Else<'a>>, bodies: &mut Bodies<'a>) -> Option<()> {
    match node {
        Some(node) => fill_suite(&mut node.body, bodies),
        None => Some(()),
    }
}

fn fill_suite<'a>(suite: &mut Suite<'a>, bodies: &mut Bodies<'a>) -> Option<()> {
    if let Suite::IndentedBlock(block) = suite {
        block.body = bodies.next()?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use libcst_native::{parse_module, tokenize, WithLeadingLines};

    /// The statements as the crate gives them, whose module takes the first lines from the first statement.
    fn whole(text: &str) -> Vec<Statement<'_>> {
        let mut module = parse_module(text, None).unwrap();
        if let Some(first) = module.body.first_mut() {
            *first.leading_lines() = module.header;
        }
        module.body
    }

    fn apart(text: &str) -> Option<Vec<Statement<'_>>> {
        let tokens = tokenize(text).unwrap();
        let config = Config::new(text, &tokens);
        statements(tokens, &config)
    }

    #[test]
    fn a_tree_of_parts_is_the_tree_of_the_whole() {
        for text in [
            "",
            "# only a comment\n",
            "x = 1",
            "x = 1; y = 2\nif x: pass\nelse: pass\n",
            "if a:\n  b\nelif c:\n  d\nelif e: f\nelse:\n  g\n",
            "# first\n\n@a\n@b(1)\n# between\nasync def f(x, *, y=1) -> int:\n    # own\n    return x\n    # last\n# outer\n\n",
            "class C:\n\n    def f(self):\n        if x:\n            y\n            # inner\n        # middle\n    # outer\n    z = 1\n",
            "try:\n  a\nexcept A: b\nexcept (B, C) as d:\n  e\nelse:\n  f\nfinally:\n  g\n",
            "try:\n  a\nexcept* A:\n  b\n",
            "try: a\nfinally:\n  b\n",
            "for x in y:\n\tbreak\nelse:\n\tz\nwhile x:\n\tcontinue\nelse: z\nwith a as b, c:\n\td\n",
            "async def f():\n async with a: b\n async for x in y:\n  await z\n",
            "match = 1\nmatch match:\n  case 1: pass\n  # c\n  case {'a': x} if x:\n    case = x\n    match x:\n      case _:\n        pass\n  # end\nx\n",
            "def f():\r\n  x\r\n\r\n  y",
            "def f():\n  x  # comment without a newline",
            "def f():\n  pass\n  # comment without a newline",
            "if x:\n  y\n\\\n\nz\n",
        ] {
            assert_eq!(apart(text).as_deref(), Some(&whole(text)[..]), "{text}");
        }
    }

    #[test]
    fn what_is_no_sequence_of_statements_is_left_to_the_whole() {
        for text in [
            "x = \n",
            "if x:\n  y\nelse\n",
            "else:\n  x\n",
            "  x\n",
            "if x:\n  y = \n",
            "match x:\n  y\n",
            "def f(:\n  x\n",
            "@a\n",
            "@a\nx\n",
        ] {
            assert!(apart(text).is_none(), "{text}");
            assert!(parse_module(text, None).is_err(), "{text}");
        }
    }

    #[test]
    fn more_statements_than_are_parsed_together() {
        let text = "def f():\n    if x:\n        y = [1, 2, 3]\n    z = 2\n".repeat(50);
        assert_eq!(apart(&text), Some(whole(&text)));
    }
}
