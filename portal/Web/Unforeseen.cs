using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal.Web;

/// <summary>An error as it is told over the web: where things lie on this machine stays in the log, where the reference is found.</summary>
static class Unforeseen
{
    const string Mark = "（编号 ";

    /// <returns>The sentence, and the reference under which the log has it; none where the sentence says all.</returns>
    public static (string Sentence, string? Reference) Of(Exception error, DataFolder data)
    {
        var said = Failures.Explain(error, "zh", data).Error;
        return Reference(said) is { } reference ? ("已经记下来了。稍后再试，还不行请联系运维。", reference) : (said, null);
    }

    /// <summary>A verb's message without what comes after its reference.</summary>
    public static string Told(string message) => Reference(message) is { } reference ? $"{message[..message.IndexOf(Mark, StringComparison.Ordinal)]}（编号 {reference}）。向运维说明时请带上它。" : message;

    static string? Reference(string message) =>
        message.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at && message.IndexOf('）', at) is > 0 and var end ? message[(at + Mark.Length)..end] : null;
}
