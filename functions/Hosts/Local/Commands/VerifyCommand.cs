using System.CommandLine;
using Ascs.Evidence.Bundles;
using Ascs.Evidence.Checkpoints;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`verify BUNDLE`: checks a proof bundle with no network and no database.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var bundle = new Argument<string>("bundle") { Description = "The bundle file." };
        var key = new Option<string[]>("--key") { Description = "A log key to trust (name+id+base64, as in a checkpoint's note key); without one the bundle's own keys are named, not trusted." };
        var english = new Option<bool>("--english") { Description = "Findings in English." };
        var command = new Command("verify", "Checks a proof bundle offline and says what it proves and what it does not.") { bundle, key, english };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() => VerifyAsync(arguments.GetValue(bundle)!, arguments.GetValue(key) ?? [], !arguments.GetValue(english), ct)));
        return command;
    }

    private static async Task<int> VerifyAsync(string path, string[] keys, bool chinese, CancellationToken ct)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"The bundle {path} can't be read.", fault);
        }

        var trusted = keys.Select(text => NoteKey.TryParse(text, out var parsed) ? parsed : throw new Refusal("A --key is not a note key.")).ToArray();
        var report = BundleChecker.Check(bytes, trusted.Length == 0 ? null : trusted);
        Console.WriteLine(report.ToText(chinese));
        return report.Holds ? 0 : 1;
    }
}
