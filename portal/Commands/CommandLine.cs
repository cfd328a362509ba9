using System.Text;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>From the words typed to the exit code: understand, ask, show. Whatever is thrown on the way becomes one message here.</summary>
public static class CommandLine
{
    public static async Task<int> Run(string[] args, Installation installation)
    {
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
                answer = await Dispatch.Answer(request, verb, data, installation);
            }
            WriteFiles(answer);
        }
        catch (Exception error) { answer = Failures.Explain(error, lang, data); }
        Show(answer);
        return answer.ExitCode;
    }

    /// <summary>Each file appears whole or not at all.</summary>
    static void WriteFiles(Answer answer)
    {
        foreach (var file in answer.Files ?? [])
        {
            var path = Path.GetFullPath(file.Name is { } name && Directory.Exists(file.Path) ? Path.Combine(file.Path, name) : file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}.part";
            try
            {
                File.WriteAllBytes(draft, file.Bytes);
                File.Move(draft, path, overwrite: true);
            }
            finally { File.Delete(draft); }
        }
    }

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
