using System.Globalization;
using System.Text;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>From the words typed to the exit code: understand, ask, show. Whatever is thrown on the way becomes one message here.</summary>
public static class CommandLine
{
    public static async Task<int> Run(string[] args, Installation installation)
    {
        // What is printed and what is typed means the same on every machine, whatever language its system speaks.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var lang = Words.LanguageOf(args);
        DataFolder? data = null;
        Answer answer;
        try
        {
            var words = Words.Of(args, installation.Verbs);
            if (words.Help) answer = Answer.Done(HelpText.For(words.Prefix, installation.Verbs, lang));
            else if (words.Version) answer = Answer.Done(typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
            else if (words.Verb is not { } verb) answer = Answer.Misused(HelpText.For(words.Prefix, installation.Verbs, lang));
            else
            {
                var request = Asking.RequestOf(words, verb, lang);
                data = DataFolder.At(words.Data);
                KeepOut(request, verb, data);
                answer = Placed(await Dispatch.Answer(request, verb, data, installation, words.NamesData), request, data);
            }
        }
        catch (Exception error) { answer = Failures.Explain(error, lang, data); }
        Show(answer);
        return answer.ExitCode;
    }

    /// <summary>What is written for a person never lands among what the office keeps: a typed name could be that of a store.</summary>
    static void KeepOut(Request request, Verb verb, DataFolder data)
    {
        foreach (var option in verb.Parameters.Where(parameter => parameter.Kind == ParameterKind.OutPath))
            if (request[option.Name] is { } given && Path.GetFullPath(given) is var path && DataFolder.IsWithin(DataFolder.At(Path.GetDirectoryName(path)!).Root, data.Root))
                throw new MisuseException($"{option.Name} 的 {path} 在数据目录 {data.Root} 里面；那里只放系统自己的文件，换一个地方。", $"{path} of {option.Name} lies within the data folder {data.Root}, which holds the office's own files only; name another place.");
    }

    /// <summary>The answer with its files written, and where they lie; what was decided is said also where they cannot be written.</summary>
    static Answer Placed(Answer answer, Request request, DataFolder data)
    {
        if (answer.Files is not { Count: > 0 } files) return answer;
        try
        {
            // Where a document is asked for, only what lies elsewhere than was typed has to be said.
            var said = WrittenFiles.Write(files).Where(written => written.File.Name is not null && (!request.Json || written.Path != Path.GetFullPath(written.File.Path)))
                .Select(written => request.Say($"已写出：{written.Path}{Otherwise(written.File, written.Path, written.Replaced, "zh")}", $"Written: {written.Path}{Otherwise(written.File, written.Path, written.Replaced, "en")}")).ToList();
            if (said.Count == 0) return answer;
            return request.Json ? answer with { Error = string.Join('\n', said) } : answer with { Out = $"{answer.Out.TrimEnd()}\n\n{string.Join('\n', said)}" };
        }
        catch (Exception error)
        {
            var failed = Failures.Explain(error, request.Lang, data);
            return answer with { ExitCode = failed.ExitCode, Error = failed.Error };
        }
    }

    // A workbook is no document whatever its name, and what lay there is gone.
    static string Otherwise(OutFile file, string path, bool replaced, string lang) =>
        (Path.HasExtension(file.Path) && !file.InFolder && !path.Equals(Path.GetFullPath(file.Path), StringComparison.Ordinal) && !path.StartsWith(Path.GetFullPath(file.Path) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? lang == "en" ? $" (a workbook: not named {Path.GetFileName(file.Path)})" : $"（是工作簿，没有写成 {Path.GetFileName(file.Path)}）" : "")
        + (replaced ? lang == "en" ? " (the file of that name was replaced)" : "（替换了原有的同名文件）" : "");

    static void Show(Answer answer)
    {
        Write(Console.OpenStandardOutput(), answer.Out);
        Write(Console.OpenStandardError(), answer.Error);
    }

    /// <summary>UTF-8 whatever the terminal's locale says: what is piped on must be read again.</summary>
    static void Write(Stream stream, string text)
    {
        if (text.Length == 0) return;
        try { stream.Write(Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : text + "\n")); }
        catch (IOException) { } // the reader has gone (… | head); what was done stays done
    }
}
