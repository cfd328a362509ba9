using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Portal;

public sealed class RulesListTests : IDisposable
{
    readonly ShippedOffice shipped = new();
    readonly Office office;

    public RulesListTests() => office = shipped.Office;

    public void Dispose() => shipped.Dispose();

    [Fact]
    public void Every_rule_is_listed_with_its_words_and_hits()
    {
        var rules = JsonSerializer.Deserialize<JsonElement>(Ask(json: true).Out).GetProperty("rules").EnumerateArray().ToList();
        Assert.Empty(RuleTexts.CheckCodes.Except(rules.Select(rule => rule.GetProperty("code").GetString())));
        Assert.Contains(rules, rule => rule.GetProperty("code").GetString() == "part_exceeds_whole" && rule.GetProperty("forms").GetArrayLength() > 5);
        foreach (var rule in rules)
            foreach (var name in new[] { "code", "title", "title_en", "severity", "stage", "needs_reason", "hint", "hint_en", "parameters", "forms", "hits", "tables", "explained", "fixed" })
                Assert.True(rule.TryGetProperty(name, out _), name);
    }

    [Fact]
    public void The_text_names_each_rule_once_in_either_language()
    {
        Assert.Contains("month_jump  warning  与以往相差悬殊  正式 ✎  命中 0（0 张表）、已说明 0、已改正 0", Ask().Out, StringComparison.Ordinal);
        Assert.Contains("month_jump  warning  Far from what was usual  in force ✎  0 hits in 0 tables, 0 explained, 0 fixed", Ask(lang: "en").Out, StringComparison.Ordinal);
    }

    Answer Ask(bool json = false, string lang = "zh") => RulesList.Verb.Run!(new("rules", new Dictionary<string, IReadOnlyList<string>> { ["--district"] = ["310151"] }, [], "test", null, lang, json), office);
}
