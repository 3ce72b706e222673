import { bootstrapApplication } from '@angular/platform-browser';
import { LoginComponent } from './login.component';

bootstrapApplication(LoginComponent).catch(console.error);
