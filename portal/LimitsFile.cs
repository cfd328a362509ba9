using System.Text.Json;
using Reporting.Etl.Intake;
using Reporting.Portal.Commands;
using Reporting.Warehouse;

namespace Reporting.Portal;

/// <summary>What files may be, where <c>data/limits.json</c> says otherwise than the defaults: whole numbers above nought by the names of <see cref="ReadLimits"/>.</summary>
static class LimitsFile
{
    static readonly Dictionary<string, Func<ReadLimits, long, ReadLimits>> Keys = new(StringComparer.Ordinal)
    {
        ["file_bytes"] = (limits, number) => limits with { FileBytes = number },
        ["inflated_bytes"] = (limits, number) => limits with { InflatedBytes = number },
        ["inflation_ratio"] = (limits, number) => limits with { InflationRatio = (int)number },
        ["rows"] = (limits, number) => limits with { Rows = (int)number },
        ["columns"] = (limits, number) => limits with { Columns = (int)number },
        ["cells"] = (limits, number) => limits with { Cells = (int)number },
        ["sheets"] = (limits, number) => limits with { Sheets = (int)number },
        ["text_length"] = (limits, number) => limits with { TextLength = (int)number },
        ["seconds"] = (limits, number) => limits with { Time = TimeSpan.FromSeconds(number) },
    };

    /// <exception cref="FailureException">Something in the file is wrong: the file and the key are named.</exception>
    public static ReadLimits Read(DataFolder data)
    {
        var limits = new ReadLimits();
        if (!File.Exists(data.Limits)) return limits;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(data.Limits));
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException();
            foreach (var setting in document.RootElement.EnumerateObject()) limits = Set(limits, setting, data.Limits);
            return limits;
        }
        catch (JsonException broken)
        {
            throw new FailureException($"{data.Limits} 不是合法的 JSON 对象（第 {broken.LineNumber + 1} 行）。", $"{data.Limits} is no valid JSON object (line {broken.LineNumber + 1}).", broken);
        }
    }

    static ReadLimits Set(ReadLimits limits, JsonProperty setting, string path)
    {
        if (!Keys.TryGetValue(setting.Name, out var set))
            throw new FailureException($"{path} 里没有“{setting.Name}”这一项。{NearMiss.Hint(setting.Name, Keys.Keys, "zh")}可以写：{string.Join("、", Keys.Keys)}。",
                $"{path} knows no key '{setting.Name}'.{NearMiss.Hint(setting.Name, Keys.Keys, "en")} There are: {string.Join(", ", Keys.Keys)}.");
        var most = setting.Name is "file_bytes" or "inflated_bytes" ? long.MaxValue : setting.Name == "seconds" ? 86_400 : int.MaxValue;
        return setting.Value.ValueKind == JsonValueKind.Number && setting.Value.TryGetInt64(out var number) && number > 0 && number <= most ? set(limits, number)
            : throw new FailureException($"{path} 的“{setting.Name}”要写成 1 到 {most} 的整数，现在是 {setting.Value.GetRawText()}。",
                $"'{setting.Name}' of {path} must be a whole number from 1 to {most}; it is {setting.Value.GetRawText()}.");
    }
}
