namespace Ascs.Client;

/// <summary>The folder can't be used: one sentence that says why.</summary>
public sealed class AscsFolderException : Exception
{
    internal AscsFolderException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }
}
