using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reporting.Tests.Delivery;

/// <summary>
/// A mail as it lies in the mailbox, read strictly by the letters of RFC 2045, 2047 and 2231: every byte of a header is ASCII, every encoded word is
/// whole by itself and not longer than 75 signs, what is no valid UTF-8 throws. No line is longer than a mail may have.
/// </summary>
public sealed partial class RawMail
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    const int LongestLine = 998, LongestWord = 75;

    readonly ILookup<string, string> headers;

    public RawMail(byte[] bytes) : this(Ascii(bytes)) { }

    RawMail(string text)
    {
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= LongestLine, line));
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        Assert.True(end >= 0, text);
        headers = Fold().Replace(text[..end], " ").Split('\n').Select(line => line.Split(':', 2)).ToLookup(line => line[0].ToLowerInvariant(), line => line[1].Trim());
        Content = text[(end + 2)..];
    }

    /// <summary>As it stands after the headers.</summary>
    public string Content { get; }

    public string Subject => Words(One("subject"));

    public string MessageId => One("message-id");

    public string From => Words(One("from"));

    public string To => Words(One("to"));

    public IReadOnlyList<RawMail> Parts => Boundary().Match(One("content-type")) is { Success: true } boundary
        ? [.. $"\n{Content}".Split($"\n--{boundary.Groups[1].Value}").Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => new RawMail(part[1..]))] : [this];

    /// <summary>The words of the first text in it.</summary>
    public string Text => Strict.GetString(Leaves.First(part => part.One("content-type").StartsWith("text/plain", StringComparison.Ordinal)).Bytes).ReplaceLineEndings("\n");

    public IReadOnlyList<RawMail> Attachments => [.. Leaves.Where(part => part.headers["content-disposition"].Any(value => value.StartsWith("attachment", StringComparison.Ordinal)))];

    IEnumerable<RawMail> Leaves => Parts is [var only] && only == this ? Parts : Parts.SelectMany(part => part.Leaves);

    public byte[] Bytes
    {
        get
        {
            Assert.Equal("base64", One("content-transfer-encoding"));
            return Convert.FromBase64String(Content);
        }
    }

    /// <summary>By RFC 2231.</summary>
    public string FileName
    {
        get
        {
            var value = ExtendedName().Match(One("content-disposition"));
            Assert.True(value.Success, One("content-disposition"));
            return Strict.GetString([.. Percent().Matches(value.Groups[1].Value).SelectMany(sign => sign.Value[0] == '%' ? [byte.Parse(sign.Value[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] : Strict.GetBytes(sign.Value))]);
        }
    }

    /// <summary>What a program shows that knows encoded words only.</summary>
    public string FormerName => Words(PlainName().Match(One("content-type")).Groups[1].Value);

    string One(string name) => Assert.Single(headers[name]);

    /// <summary>Encoded words that follow one another have nothing between them.</summary>
    static string Words(string value) => EncodedWord().Replace(Between().Replace(value, "$1"), word =>
    {
        Assert.True(word.Length <= LongestWord, word.Value);
        Assert.Equal("utf-8", word.Groups[1].Value.ToLowerInvariant());
        return word.Groups[2].Value is "B" or "b" ? Strict.GetString(Convert.FromBase64String(word.Groups[3].Value))
            : Strict.GetString([.. Quoted().Matches(word.Groups[3].Value).SelectMany(sign => sign.Value[0] == '=' ? [byte.Parse(sign.Value[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] : Strict.GetBytes(sign.Value == "_" ? " " : sign.Value))]);
    });

    static string Ascii(byte[] bytes)
    {
        Assert.All(bytes, one => Assert.True(one < 0x80));
        return Encoding.ASCII.GetString(bytes);
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"boundary=""?([^"";]+)""?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"filename\*=UTF-8''([A-Za-z0-9%._~-]+)(?:;|$)")]
    private static partial Regex ExtendedName();

    [GeneratedRegex(@"name=""?([^"";]+)""?")]
    private static partial Regex PlainName();

    [GeneratedRegex("%[0-9A-F]{2}|[^%]")]
    private static partial Regex Percent();

    [GeneratedRegex("=[0-9A-F]{2}|.")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(=\?[^?]+\?[BbQq]\?[^?]*\?=)\s+(?==\?)")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();
}
