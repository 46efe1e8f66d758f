namespace Ascs.Hosts.Local.Setup;

/// <summary>The host can't do what was asked, for a reason outside the program: one clear sentence and exit code 1.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(string sentence)
        : base(sentence)
    {
    }

    public Refusal(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }
}
