using System.Globalization;
using System.Text;

namespace Ascs.Evidence.Bundles;

/// <summary>What a bundle proves: findings in a fixed order, or one refusal and nothing else.</summary>
public sealed record BundleReport
{
    internal BundleReport(BundleRefusal refusal) => (Refusal, Findings) = (refusal, []);

    internal BundleReport(Bundle bundle, IReadOnlyList<Finding> findings) => (Bundle, Findings) = (bundle, findings);

    /// <summary>Whether every check passed. What exactly is proven stands in <see cref="Findings"/>.</summary>
    public bool Holds => Refusal is null;

    /// <summary>Why it proves nothing; null when it holds.</summary>
    public BundleRefusal? Refusal { get; }

    /// <summary>What was checked, for showing texts and values; null when refused, so that nobody shows unproven things.</summary>
    public Bundle? Bundle { get; }

    /// <summary>First what is proven, then what is not; empty when refused.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The report as lines of plain text.</summary>
    /// <param name="chinese">Chinese or English.</param>
    /// <remarks>Control and bidirectional characters are shown as \u{...}; further lines of a text are indented.</remarks>
    public string ToText(bool chinese)
    {
        if (Refusal is not null)
            return $"{(chinese ? "拒绝：" : "Refused: ")}{Refusal.Code}. {Say(Refusal.Sentence, chinese)}\n";
        var text = new StringBuilder();
        foreach (var finding in Findings)
            text.Append(Verdict(finding.IsProven, chinese)).Append(Say(finding.Sentence, chinese)).Append('\n');
        return text.ToString();
    }

    private static string Verdict(bool isProven, bool chinese) =>
        (isProven, chinese) switch { (true, true) => "已证明：", (true, false) => "Proven: ", (false, true) => "未证明：", _ => "Not proven: " };

    /// <summary>Values and texts may be anyone's: nothing in them may pass for a line of the report, or steer a terminal.</summary>
    private static string Say(Sentence sentence, bool chinese)
    {
        var said = new StringBuilder();
        foreach (var rune in (chinese ? sentence.Zh : sentence.En).EnumerateRunes())
        {
            if (rune.Value == '\n')
                said.Append("\n    | ");
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                said.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else
                said.Append(rune);
        }

        return said.ToString();
    }
}
