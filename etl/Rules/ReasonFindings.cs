using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Rules;

/// <summary>What there is to say about reasons.</summary>
static class ReasonFindings
{
    const string IsEmpty = "explanation_empty", NoLine = "explanation_line_unknown";

    /// <summary>A reason was given and counts for nothing: there is something to do.</summary>
    public static bool IsRefused(string code) => code is IsEmpty or NoLine;

    public static Finding NotYes(Place place, string words) => new("answer_not_yes", Severity.info, place, words, "是", null,
        $"问的是空白的格是不是 0，答的“{words}”不是“是”，没有按 0 读取。是 0 的请答“是”或填 0；有数的请补填，还没有数的等有了再报。",
        $"'{words}' does not say that the blanks are 0, and they were not read so. Answer 是 or enter 0; fill in what has a figure.");

    public static Finding Empty(Finding about, string words) => new(IsEmpty, Severity.info, about.Place, words, null, null,
        $"“{words}”只说数字没错，没有说明原因，不能算作说明。请写明为什么，例如“3 月 12 日承办市级招聘会，当场录用 210 人”。",
        $"'{words}' only says that the figure stands, not why. Say what happened, such as 'a city job fair on 12 March, 210 hired on the spot'.");

    public static Finding LineUnknown(Place place, string line, string words, IReadOnlyCollection<Form> forms) => new(NoLine, Severity.info, place, line, LinesOf(forms), null,
        $"上报说明写的行次“{line}”，表里没有这一行，“{words}”没有算作任何一行的说明。请把行次改成表上的行次（{LinesOf(forms)}）。",
        $"The reason '{words}' is for line {line}, which there is not; it explains nothing. Write the line's number as on the form.");

    static string LinesOf(IReadOnlyCollection<Form> forms) =>
        $"{forms.Min(form => form.Lines.Min(line => line.Number))}—{forms.Max(form => form.Lines.Max(line => line.Number))}";
}
