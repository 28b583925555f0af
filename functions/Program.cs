System.Console.WriteLine("Functions");
