namespace Ascs.Evidence.Checkpoints;

/// <summary>Signs note texts with one key. A log signs only checkpoints that continue what it signed before: that is the caller's promise.</summary>
public interface INoteSigner
{
    /// <summary>The public half, with name and algorithm.</summary>
    NoteKey Key { get; }

    /// <summary>The signature over the text.</summary>
    /// <param name="text">The note text, its final newline included.</param>
    byte[] Sign(ReadOnlySpan<byte> text);
}
