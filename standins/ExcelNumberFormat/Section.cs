namespace ExcelNumberFormat;

enum SectionKind
{
    General,
    Number,
    Date,
    Text,
}

enum TokenKind
{
    /// <summary>Shown as it stands.</summary>
    Literal,

    /// <summary>One of 0 # ?</summary>
    Digit,

    Point,
    Group,
    Percent,

    /// <summary>E+ or E-</summary>
    Exponent,

    /// <summary>A run of one letter of y m d h s, an AM/PM mark, or fractions of a second.</summary>
    Date,

    /// <summary>The place of the text, @</summary>
    Text,

    General,
    Unknown,
}

readonly record struct Token(TokenKind Kind, string Text);

/// <summary>One of the parts between semicolons.</summary>
sealed record Section(IReadOnlyList<Token> Tokens)
{
    public SectionKind Kind { get; } =
        Tokens.Any(token => token.Kind == TokenKind.Text) ? SectionKind.Text
        : Tokens.Any(token => token.Kind == TokenKind.Date) ? SectionKind.Date
        : Tokens.Any(token => token.Kind == TokenKind.General) ? SectionKind.General
        : SectionKind.Number;

    public bool IsValid => Tokens.All(token => token.Kind != TokenKind.Unknown);
}
