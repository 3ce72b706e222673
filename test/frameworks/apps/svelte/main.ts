import { mount } from 'svelte';
import Login from './Login.svelte';

const target = document.querySelector('#app');
if (target) mount(Login, { target });
