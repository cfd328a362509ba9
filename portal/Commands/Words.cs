using System.CommandLine;
using System.CommandLine.Parsing;

namespace Reporting.Portal.Commands;

/// <summary>The words typed, taken apart: which verb, which values. The one file that knows the parser library.</summary>
/// <param name="Prefix">The verb, or the group of verbs (<c>jobs</c>, or nothing) that was named.</param>
sealed record Words(string Prefix, Verb? Verb, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    public static readonly IReadOnlyList<Parameter> Common =
    [
        new("--data", ParameterKind.Text, "数据目录，默认 data/", "the data folder, data/ by default") { Shape = "DIR" },
        new("--lang", ParameterKind.Text, "语言，默认 zh", "the language, zh by default") { Choices = ["zh", "en"] },
        new("--json", ParameterKind.Flag, "以一个 JSON 文档输出数据", "print data as one JSON document"),
        new("--help", ParameterKind.Flag, "显示帮助", "show this help"),
    ];
    static readonly Parameter By = new("--by", ParameterKind.Text, "由谁决定，默认系统用户", "who decides, the system user by default") { Shape = "LOGIN" };
    static readonly Parameter Reason = new("--reason", ParameterKind.Text, "理由", "the reason") { Shape = "TEXT" };
    static readonly Parameter ProgramVersion = new("--version", ParameterKind.Flag, "", "");
    static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public bool Help => Values.ContainsKey("--help");
    public bool Version => Values.ContainsKey("--version");
    public string Data => Values.TryGetValue("--data", out var given) ? given[0] : "data";

    /// <summary>The data folder was named, and may have been mistyped.</summary>
    public bool NamesData => Values.ContainsKey("--data");

    public static IEnumerable<Parameter> ParametersOf(Verb? verb) =>
        OwnOf(verb).Concat(Common).Concat(verb is null ? [ProgramVersion] : []);

    /// <summary>What a verb takes beside what every verb takes.</summary>
    public static IReadOnlyList<Parameter> OwnOf(Verb? verb) =>
        [.. verb?.Parameters ?? [], .. verb?.Decides == true ? (IEnumerable<Parameter>)[By, Reason with { Required = verb.NeedsReason }] : []];

    /// <summary>Known before anything is understood, so that what goes wrong is said in it.</summary>
    public static string LanguageOf(string[] args) =>
        Array.IndexOf(args, "--lang") is >= 0 and var at && at + 1 < args.Length && args[at + 1] == "en" || args.Contains("--lang=en") ? "en" : "zh";

    /// <exception cref="MisuseException">A verb, option or value that is not understood.</exception>
    public static Words Of(string[] args, IReadOnlyList<Verb> verbs)
    {
        var root = new Command("reporting");
        var common = Symbols([.. Common, ProgramVersion]);
        foreach (var option in common.Values.Cast<Option>())
        {
            option.Recursive = true; // before the verb or after it
            root.Options.Add(option);
        }
        var known = new Dictionary<Command, Place> { [root] = new("", null, common) };
        foreach (var verb in verbs) AddVerb(root, verb, known);
        var parsed = root.Parse(args, Plain);
        var place = known[parsed.CommandResult.Command];
        var words = new Words(place.Prefix, place.Verb, ValuesOf(parsed, place));
        if (!words.Help) Check(parsed, words, verbs);
        return words;
    }

    /// <summary>One node of the tree of verbs, and the parser's own objects for what may be given there.</summary>
    sealed record Place(string Prefix, Verb? Verb, IReadOnlyDictionary<string, Symbol> Symbols);

    static void AddVerb(Command root, Verb verb, Dictionary<Command, Place> known)
    {
        var (at, prefix) = (root, "");
        foreach (var word in verb.Name.Split(' '))
        {
            prefix = prefix.Length == 0 ? word : $"{prefix} {word}";
            var next = at.Subcommands.FirstOrDefault(command => command.Name == word);
            if (next is null)
            {
                at.Subcommands.Add(next = new Command(word));
                var own = prefix == verb.Name ? Symbols(OwnOf(verb)) : [];
                if (prefix == verb.Name) next.SetAction(static _ => 0); // it is whole without the verbs below it: assess, assess runs
                foreach (var option in own.Values.OfType<Option>()) next.Options.Add(option);
                foreach (var argument in own.Values.OfType<Argument>()) next.Arguments.Add(argument);
                if (prefix == verb.Name) next.SetAction(_ => 0); // a verb may stand alone though others begin with its word; it is never invoked here
                known[next] = new(prefix, prefix == verb.Name ? verb : null, own.Concat(known[root].Symbols).ToDictionary());
            }
            at = next;
        }
    }

    static Dictionary<string, Symbol> Symbols(IReadOnlyList<Parameter> parameters) => parameters.ToDictionary(
        parameter => parameter.Name,
        Symbol (parameter) =>
            parameter.Positional ? parameter.Many
                ? new Argument<string[]>(parameter.Name) { Arity = ArgumentArity.ZeroOrMore }
                : new Argument<string>(parameter.Name) { Arity = ArgumentArity.ZeroOrOne }
            : parameter.Kind == ParameterKind.Flag ? new Option<bool>(parameter.Name) { Arity = ArgumentArity.Zero }
            : new Option<string[]>(parameter.Name) { Arity = ArgumentArity.OneOrMore });

    static Dictionary<string, IReadOnlyList<string>> ValuesOf(ParseResult parsed, Place place) => place.Symbols
        .Select(symbol => (Name: symbol.Key, Result: parsed.GetResult(symbol.Value)))
        .Where(given => given.Result is OptionResult { Implicit: false } or ArgumentResult { Tokens.Count: > 0 })
        .ToDictionary(given => given.Name, given => (IReadOnlyList<string>)[.. given.Result!.Tokens.Select(token => token.Value)]);

    static void Check(ParseResult parsed, Words words, IReadOnlyList<Verb> verbs)
    {
        // The parser lets a value-less option swallow the next one.
        if (words.Values.FirstOrDefault(value => value.Key.StartsWith('-') && value.Value.Any(text => text.StartsWith("--", StringComparison.Ordinal))).Key is { } valueless)
            throw Valueless(valueless);
        var stray = words.Values.Where(value => !value.Key.StartsWith('-')).SelectMany(value => value.Value).Where(value => value.StartsWith("--", StringComparison.Ordinal));
        if (parsed.UnmatchedTokens.Concat(stray).FirstOrDefault() is { } token) throw Stranger(token, words, verbs);
        // A group without its verb is answered with its help; the parser's own complaint about it is not needed.
        if (words.Verb is not null && parsed.Errors is [var error, ..])
            throw error.SymbolResult is OptionResult { Option.Name: var name }
                ? Valueless(name)
                : new MisuseException($"命令写得不对：{error.Message}", $"The command is not right: {error.Message}");
    }

    static MisuseException Valueless(string option) => new($"选项 {option} 后面要有一个值。", $"Option {option} needs a value.");

    static MisuseException Stranger(string token, Words words, IReadOnlyList<Verb> verbs)
    {
        if (token.StartsWith('-'))
        {
            var options = ParametersOf(words.Verb).Select(parameter => parameter.Name).Where(name => name.StartsWith('-')).ToList();
            return new($"没有选项 {token}。{NearMiss.Hint(token, options, "zh")}用 reporting {words.Prefix} --help 查看。", $"There is no option {token}.{NearMiss.Hint(token, options, "en")} See reporting {words.Prefix} --help.");
        }
        if (words.Verb is not null) return new($"多余的参数“{token}”。用 reporting {words.Prefix} --help 查看。", $"'{token}' is one word too many. See reporting {words.Prefix} --help.");
        var typed = words.Prefix.Length == 0 ? token : $"{words.Prefix} {token}";
        var names = verbs.Select(verb => verb.Name).Concat(verbs.Select(verb => verb.Name.Split(' ')[0])).Distinct().ToList();
        return new($"没有命令“{typed}”。{NearMiss.Hint(typed, names, "zh")}用 reporting --help 查看全部命令。", $"There is no verb '{typed}'.{NearMiss.Hint(typed, names, "en")} See reporting --help for all.");
    }
}
