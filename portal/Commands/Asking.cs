using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Makes a whole request out of the words typed: values checked against what the verb declares, files read.</summary>
static class Asking
{
    /// <summary>Far more than intake accepts; only keeps a slip of the hand from filling the memory.</summary>
    const long MostFileBytes = 256L * 1024 * 1024;

    /// <summary>What a person says of a sheet is read by persons.</summary>
    const int MostWords = 2_000;

    /// <exception cref="MisuseException">A value is missing, given twice or not one of its choices; a path does not exist.</exception>
    public static Request RequestOf(Words words, Verb verb, string lang)
    {
        foreach (var parameter in Words.ParametersOf(verb)) Check(parameter, words.Values, verb);
        var own = verb.Parameters.Where(parameter => words.Values.ContainsKey(parameter.Name)).ToList();
        var files = from parameter in own where parameter.Kind == ParameterKind.File
                    from path in words.Values[parameter.Name] select FileAt(path, parameter);
        return new(
            verb.Name, own.ToDictionary(parameter => parameter.Name, parameter => ValuesOf(parameter, words.Values[parameter.Name])), [.. files],
            One("--by") ?? Environment.UserName, One("--reason"), lang, words.Values.ContainsKey("--json"));

        // They are printed above and below a verdict.
        string? One(string name) => words.Values.TryGetValue(name, out var given) ? OneLine.Of(given[0]).Trim() : null;
    }

    /// <summary>What came from a page or over the network is held against the verb's own list, as what was typed is.</summary>
    /// <exception cref="MisuseException">A value is missing, given twice or not one of its choices.</exception>
    public static void CheckValues(Request request, Verb verb)
    {
        foreach (var parameter in verb.Parameters.Where(parameter => parameter.Kind is ParameterKind.Text or ParameterKind.Flag)) Check(parameter, request.Values, verb);
        if (request.Values.Values.SelectMany(values => values).Append(request.Reason ?? "").Max(words => words.Length) is > MostWords and var length)
            throw new MisuseException($"写得太长了（{length} 个字）；最多 {MostWords} 个字。", $"That is too long ({length} letters); write at most {MostWords}.");
    }

    static void Check(Parameter parameter, IReadOnlyDictionary<string, IReadOnlyList<string>> values, Verb verb)
    {
        if (!values.TryGetValue(parameter.Name, out var given))
        {
            if (parameter.Required) throw new MisuseException($"缺少 {parameter.Name}（{parameter.Help}）。用 reporting {verb.Name} --help 查看。", $"{parameter.Name} is missing ({parameter.HelpEn}). See reporting {verb.Name} --help.");
            return;
        }
        if (given.Count > 1 && !parameter.Many) throw new MisuseException($"{parameter.Name} 只能给一次。", $"{parameter.Name} can be given only once.");
        if (parameter.Kind == ParameterKind.Flag) return;
        var choices = string.Join('|', parameter.Choices);
        foreach (var value in given)
        {
            if (string.IsNullOrWhiteSpace(OneLine.Of(value))) throw new MisuseException($"{parameter.Name} 的值是空的。", $"The value of {parameter.Name} is empty.");
            if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(value))
                throw new MisuseException($"{parameter.Name} 只能是 {choices}，不能是“{value}”。{NearMiss.Hint(value, parameter.Choices, "zh")}", $"{parameter.Name} is one of {choices}, not '{value}'.{NearMiss.Hint(value, parameter.Choices, "en")}");
            if (parameter.Kind == ParameterKind.OutPath) CheckOut(value);
            if (parameter.Kind == ParameterKind.Folder && !Directory.Exists(value)) throw new MisuseException($"没有目录 {value}；检查路径。", $"There is no folder {value}; check the path.");
        }
    }

    // Who answers may stand elsewhere than who asks.
    static IReadOnlyList<string> ValuesOf(Parameter parameter, IReadOnlyList<string> given) =>
        parameter.Kind == ParameterKind.Folder ? [.. given.Select(Path.GetFullPath)] : given;

    static void CheckOut(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new MisuseException($"目录 {folder} 不存在；先建好它，或换一个输出路径。", $"The folder {folder} does not exist; make it first or name another path.");
    }

    static RequestFile FileAt(string path, Parameter parameter)
    {
        if (Directory.Exists(path)) throw new MisuseException($"{path} 是目录，这里要的是文件。", $"{path} is a folder; a file is wanted here.");
        if (!File.Exists(path)) throw new MisuseException($"没有文件 {path}；检查路径。", $"There is no file {path}; check the path.");
        if (new FileInfo(path).Length > MostFileBytes) throw new MisuseException($"{path} 超过 256 MB，不像报表。", $"{path} is over 256 MB; that is no report sheet.");
        return new(parameter.Name, OneLine.Of(Path.GetFileName(path)), File.ReadAllBytes(path));
    }
}
