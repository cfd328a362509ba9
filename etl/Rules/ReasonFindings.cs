using Reporting.Warehouse;

namespace Reporting.Etl.Rules;

/// <summary>What there is to say about reasons.</summary>
static class ReasonFindings
{
    public const string IsEmpty = "explanation_empty";

    public static Finding Empty(Finding about, string words) => new(IsEmpty, Severity.info, about.Place, words, null, null,
        $"“{words}”只说数字没错，没有说明原因，不能算作说明。请写明为什么，例如“3 月 12 日承办市级招聘会，当场录用 210 人”。",
        $"'{words}' only says that the figure stands, not why. Say what happened, such as 'a city job fair on 12 March, 210 hired on the spot'.");
}
