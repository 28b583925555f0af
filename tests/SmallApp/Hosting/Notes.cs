namespace Sakip.SmallApp.Hosting;

/// <summary>Words of one invocation: the middleware's and the function's service scope is one.</summary>
public sealed class Notes
{
    private readonly List<string> _words = [];

    public void Add(string word) => _words.Add(word);

    public override string ToString() => string.Join(' ', _words);
}
