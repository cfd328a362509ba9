using System.Globalization;
using System.Text;

namespace Reporting.Portal.Commands;

/// <summary>The help, from the same declarations that the words are checked against.</summary>
static class HelpText
{
    /// <param name="prefix">A verb, a group of verbs (<c>jobs</c>) or nothing.</param>
    public static string For(string prefix, IReadOnlyList<Verb> verbs, string lang) =>
        verbs.FirstOrDefault(verb => verb.Name == prefix) is { } one ? OfVerb(one, [.. verbs.Where(verb => verb.Name.StartsWith(prefix + " ", StringComparison.Ordinal))], lang)
        : OfGroup(prefix, [.. verbs.Where(verb => prefix.Length == 0 || verb.Name.StartsWith(prefix + " ", StringComparison.Ordinal))], lang);

    static string OfGroup(string prefix, IReadOnlyList<Verb> verbs, string lang)
    {
        var text = new StringBuilder();
        text.AppendLine(Say(lang, "规划监测考核系统", "Reporting for five-year plans")).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Say(lang, "用法", "Usage")}: reporting {(prefix.Length == 0 ? "" : prefix + " ")}{Say(lang, "命令 [选项]", "VERB [options]")}").AppendLine();
        Table(text, verbs.Select(verb => (verb.Name, Say(lang, verb.Help, verb.HelpEn))));
        text.AppendLine();
        Parameters(text, Words.Common, lang);
        text.AppendLine().AppendLine(Say(lang, "退出码: 0 完成 1 失败 2 用法不对 3 数据被拒收，或条件不够没有办", "Exit codes: 0 done, 1 failed, 2 misused, 3 data was refused, or what it needs is not there"));
        return text.ToString();
    }

    /// <param name="below">Verbs that begin with its word, such as assess runs below assess.</param>
    static string OfVerb(Verb verb, IReadOnlyList<Verb> below, string lang)
    {
        var text = new StringBuilder();
        text.AppendLine(Say(lang, verb.Help, verb.HelpEn)).AppendLine();
        var usage = Words.OwnOf(verb).Where(parameter => verb.Parameters.Contains(parameter) || parameter.Required).Select(parameter => (parameter, Word: Spelled(parameter) + (parameter.Many ? "…" : "")))
            .Select(p => p.parameter.Required ? p.Word : $"[{p.Word}]");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Say(lang, "用法", "Usage")}: reporting {string.Join(' ', usage.Prepend(verb.Name))}").AppendLine();
        Parameters(text, Words.ParametersOf(verb), lang);
        if (below.Count > 0)
        {
            text.AppendLine().AppendLine(Say(lang, "另有", "See also"));
            Table(text, below.Select(other => (other.Name, Say(lang, other.Help, other.HelpEn))));
        }
        return text.ToString();
    }

    static void Parameters(StringBuilder text, IEnumerable<Parameter> parameters, string lang) =>
        Table(text, parameters.Select(parameter => (Spelled(parameter), Say(lang, parameter.Help, parameter.HelpEn))));

    static string Spelled(Parameter parameter)
    {
        var value = parameter.Choices.Count > 0 ? string.Join('|', parameter.Choices) : parameter.Shape.Length > 0 ? parameter.Shape : "VALUE";
        return parameter.Positional || parameter.Kind == ParameterKind.Flag ? parameter.Name : $"{parameter.Name} {value}";
    }

    static void Table(StringBuilder text, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        var width = all.Max(row => row.Left.Length) + 2;
        foreach (var (left, right) in all) text.AppendLine(CultureInfo.InvariantCulture, $"  {left.PadRight(width)}{right}");
    }

    static string Say(string lang, string zh, string en) => lang == "en" ? en : zh;
}
